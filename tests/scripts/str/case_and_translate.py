# Case mapping and translate where ASCII, Latin-1 and wider text mix, and at lengths around a word.
for length in range(20):
    text = ("Ab[z`@{Z9" * 3)[:length]
    assert text.upper() == "".join([c.upper() for c in text])
    assert text.lower() == "".join([c.lower() for c in text])
every = "".join(map(chr, range(128)))
print(ascii(every.upper() + every.lower() + every.swapcase()))
for text in ("Stra\xdfe \xff", "\u212a", "\u212aelvin", "\u0130x", "\xb5", "\ufb01n", "\u03a3\u03a3", "a\U00010428", "\xe9" * 50, "a" * 200 + "\u0101"):
    for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold"):
        result = getattr(text, name)()
        print(name, ascii(result), result == "".join(list(result)), len(result))
print("\u212a".lower() == "k", {"\u212a".lower(): 1}["k"])
letters = "".join([chr(97 + i % 26) for i in range(300)])
table = {97: "<A>", 98: None, 99: 0x20AC, 100: 68, 101: "", 102: 0xE9}
print(ascii(letters.translate(table)))
print(letters.translate({ord(c): c.upper() for c in letters}) == letters.upper())
print(letters.translate({}) is letters, letters.translate({}) == letters, "".translate(table) == "")


class Table:
    def __getitem__(self, code):
        if code == 122:
            raise LookupError
        if code == 121:
            raise ZeroDivisionError("y")
        return code - 32


print("abcz".translate(Table()))
try:
    "abcy".translate(Table())
except ZeroDivisionError as error:
    print(error)
runs = [chr(c) for c in range(0x100, 0x3000, 37)]
print(sum([c.isalpha() + 2 * c.isupper() + 4 * c.isdigit() for c in runs]), ascii("".join(runs).upper())[:80])
print(repr([1, -20, 300, 2**63 - 1, -(2**63), 2**64, True, "\xe9", [], {5: 6}]), str(12) + str(-(2**63)))
print("%s %d %s|%5s|%-4d|%s" % (1, 22, -333, 4, 5, "x" * 150), "%s" % 7, "%d" % True, b"%d" % 12)
