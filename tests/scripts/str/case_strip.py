for s in ('hello World', 'ÀÉÎ straße', 'ǆ ŉ ﬁ', 'ΑΣ ΟΔΟΣ Σ', 'İı', "they're bill's", '1a2b', '\u1e9e', 'ⓐ', 'ᾳ'):
    print([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()], len(s.upper()))
print('  a '.strip(), '|' + '  a '.lstrip() + '|', '|' + '  a '.rstrip() + '|', 'xxaxx'.strip('x'), 'abcba'.strip('ab'), 'abc'.strip(''), '\t\n\x0b\x1f\u3000a\u2000'.strip(), 'abc'.strip('abc'), 'xyx'.lstrip('x'), 'xyx'.rstrip('yx'), 'a'.strip(None))
print('prefix_x'.removeprefix('prefix'), 'x_suffix'.removesuffix('suffix'), 'abc'.removeprefix('z'), 'abc'.removesuffix(''), 'abc'.removeprefix('abc'))
print('|' + 'ab'.ljust(5) + '|', 'ab'.rjust(5, '*'), 'ab'.center(5, '-'), 'abc'.center(6), 'ab'.center(1), '42'.zfill(5), '-42'.zfill(5), '+1'.zfill(4), ''.zfill(2), 'abc'.zfill(2), 'x'.center(4, 'é'), '--1'.zfill(5))
print('a\tb\tc'.expandtabs(), '\t'.expandtabs(4) + '|', 'ab\tc\n\td'.expandtabs(3), 'a\tb'.expandtabs(0), 'a\tb'.expandtabs(-1), 'abc'.expandtabs(tabsize=2))
for f in (lambda: 'a'.strip(5), lambda: 'a'.ljust('x'), lambda: 'a'.center(5, 'ab'), lambda: 'a'.center(5, 1), lambda: 'a'.removeprefix(1), lambda: 'a'.zfill('a'), lambda: 'a'.upper(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
