class C:
    count = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        C.count += 1
        return self.v < o.v
    def __repr__(self): return 'C%s' % self.v
print(sorted([C(3), C(1), C(2)]), C.count)
for n, make in ((10, lambda i: i), (10, lambda i: 10 - i), (100, lambda i: i * 37 % 101), (64, lambda i: i % 8), (200, lambda i: (i * i) % 211), (500, lambda i: i if i < 400 else i * 31 % 503)):
    C.count = 0
    items = [C(make(i)) for i in range(n)]
    result = sorted(items)
    print(n, C.count, [c.v for c in result] == sorted(make(i) for i in range(n)))
class Log:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        print(self.n, '<', o.n)
        return self.n < o.n
sorted([Log(2), Log(1), Log(3)])
sorted([Log(2), Log(1), Log(3)], reverse=True)
class G:
    def __init__(self, v): self.v = v
    def __gt__(self, o): return self.v > o.v
print([g.v for g in sorted([G(2), G(1)])])
class Bad:
    def __lt__(self, o): raise ValueError('no order')
a = [Bad(), Bad()]
try:
    a.sort()
except ValueError as e:
    print(e, len(a))
class NotBool:
    def __lt__(self, o): return []
print(len(sorted([NotBool(), NotBool()])))
