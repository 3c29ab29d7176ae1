#!/usr/bin/python3.11
"""Prints runtime/text/unicode_data.def: what CPython 3.11 (Unicode 14.0) says about each character.

Usage: /usr/bin/python3.11 scripts/make_unicode.py > runtime/text/unicode_data.def
Every property is asked of str's own methods, so the table is what the oracle does, not what a
data file says. Runs of characters with one record become a RANGE.
"""
import unicodedata

ALPHA, DECIMAL, DIGIT, NUMERIC, LOWER, UPPER, TITLE, CASED, IGNORABLE, SPACE, PRINTABLE, \
    XID_START, XID_CONTINUE, SPECIAL = (1 << bit for bit in range(14))
SIGMA, FINAL = '\u03a3', '\u03c2'


def case_of(c):
    """Full upper, title, lower, fold of a character."""
    return c.upper(), c.title(), c.lower(), c.casefold()


def is_special(c):
    upper, title, lower, fold = case_of(c)
    return len(upper) + len(title) + len(lower) + len(fold) != 4 or fold != lower


def flags_of(c):
    flags = 0
    flags |= ALPHA * c.isalpha() | DECIMAL * c.isdecimal() | DIGIT * c.isdigit()
    flags |= NUMERIC * c.isnumeric() | LOWER * c.islower() | UPPER * c.isupper()
    flags |= TITLE * (unicodedata.category(c) == 'Lt')
    flags |= CASED * ((c + 'a').title()[-1] == 'a')
    if (c + SIGMA).lower()[-1] != FINAL and ('A' + c + SIGMA).lower()[-1] == FINAL:
        flags |= IGNORABLE
    flags |= SPACE * c.isspace() | PRINTABLE * c.isprintable()
    flags |= XID_START * c.isidentifier() | XID_CONTINUE * ('a' + c).isidentifier()
    return flags


def record_of(c):
    flags = flags_of(c)
    if is_special(c):
        return flags | SPECIAL, 0, 0, 0
    upper, title, lower, _ = case_of(c)
    code = ord(c)
    return flags, ord(upper) - code, ord(lower) - code, ord(title) - code


def pad(text):
    return ', '.join(f'{n:#x}' if n else '0' for n in ([ord(c) for c in text] + [0, 0])[:3])


def print_packed(items):
    line = ''
    for item in items:
        if len(line) + len(item) > 96:
            print(line)
            line = ''
        line += item
    print(line)


def main():
    records, ranges, special, latin1 = {}, [], [], []
    previous = None
    for code in range(0x110000):
        c = chr(code)
        record = record_of(c)
        if code < 256:
            latin1.append(record[0])
        if record[0] & SPECIAL:
            special.append(c)
        if record[0] & DECIMAL and record != previous:
            assert unicodedata.decimal(c) == 0
        if record[0] & DECIMAL:
            start = code if record != previous else start
            assert unicodedata.decimal(c) == (code - start) % 10
        if record != previous:
            ranges.append((code, records.setdefault(record, len(records))))
            previous = record
    print('// Printed by scripts/make_unicode.py from CPython 3.11, Unicode',
          unicodedata.unidata_version + '.')
    print('// The includer defines the entries it wants; see unicode.c.')
    print('#ifdef LATIN1 // LATIN1(flags): the first 256 characters')
    print_packed([f'LATIN1({flags})' for flags in latin1])
    print('#endif')
    print('#ifdef RECORD // RECORD(flags, upper, lower, title): offsets of the simple case mappings')
    print_packed([f'RECORD({",".join(map(str, record))})' for record in records])
    print('#endif')
    print('#ifdef RANGE // RANGE(first character, record)')
    print_packed([f'RANGE({code:#x},{record})' for code, record in ranges])
    print('#endif')
    print('#ifdef SPECIAL // SPECIAL(character, 3 of upper, 3 of title, 3 of lower, 3 of casefold)')
    for c in special:
        print(f'SPECIAL({ord(c):#x}, {", ".join(pad(text) for text in case_of(c))})')
    print('#endif')


main()
