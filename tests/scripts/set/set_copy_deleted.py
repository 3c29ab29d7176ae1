s = {0, 8, 16}
s.discard(0)
for c in (set(s), frozenset(s), s.copy(), s | set(), set() | s):
    print(8 in c, 16 in c, len(c), sorted(c))
c = set(s)
c.add(8)
c.add(16)
print(len(c), c == s, s == c, s <= c)
c.discard(8)
print(sorted(c))
