class Seq:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i):
        if isinstance(i, slice): return Seq(*self.items[i])
        return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __repr__(self): return f'Seq{tuple(self.items)}'
s = Seq(1, 2, 3)
print(len(s), s[0], s[-1], s[1:], list(s), 2 in s, 9 in s, bool(Seq()), bool(s))
s[0] = 'x'
del s[1]
print(s, list(reversed(s)), [*s], max(Seq(3, 1)))
a, b = s
print(a, b)
class Old:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Old()), 4 in Old(), 5 in Old(), list(zip(Old(), 'ab')))
class Contains:
    def __contains__(self, x): return x
print(1 in Contains(), '' in Contains(), [] not in Contains())
class BadLen:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
for v in (-1, 'a', 1.5, 1 << 70, True):
    try:
        print(len(BadLen(v)))
    except Exception as e:
        print(type(e).__name__, e)
