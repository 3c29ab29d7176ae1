chars = 'a Z 5 _ . \t é ß ñ ٣ ² ½ Ⅷ 中 ǅ \u00a0 \u2028 \u0301 😀 ª ﬁ \x7f \xad \u200b 一 ① Σ ϒ'.split(' ')
methods = 'isalpha isdigit isdecimal isnumeric isalnum isspace isupper islower istitle isidentifier isprintable isascii'.split()
for c in chars:
    print(ascii(c), ''.join('01'[getattr(c, m)()] for m in methods))
for s in ('', 'abc', 'ABC', 'Abc Def', 'aBC', 'abc1', '123', '1a', 'a b', '  ', '\n\t', 'A1', '1', "It'S", "It's", 'class', 'x\ny', 'ABC中', 'abc中', 'ª', 'Ǆ', 'ǅa'):
    print(ascii(s), ''.join('01'[getattr(s, m)()] for m in methods))
print(sum(chr(i).isalpha() for i in range(0x3000)), sum(chr(i).isspace() for i in range(0x11000)), sum(chr(i).isdecimal() for i in range(0x3000)), sum(chr(i).isupper() for i in range(0x3000)), sum(chr(i).isprintable() for i in range(0x3000)), sum(chr(i).isnumeric() for i in range(0x3000)), sum(chr(i).isidentifier() for i in range(0x3000)))
h = 0
for i in range(0x11000):
    if 0xd800 <= i < 0xe000: continue
    c = chr(i)
    h = (h * 31 + len(c.upper()) + ord(c.lower()[0]) + ord(c.upper()[-1]) * 3 + ord(c.title()[0]) + ord(c.casefold()[-1])) % 1000000007
print(h)
