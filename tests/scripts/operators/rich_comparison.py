class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): print('eq', end=' '); return self.n == getattr(o, 'n', o)
    def __lt__(self, o): print('lt', end=' '); return self.n < getattr(o, 'n', o)
    def __le__(self, o): print('le', end=' '); return self.n <= getattr(o, 'n', o)
a, b = V(1), V(2)
print(a == b); print(a != b); print(a < b); print(a > b); print(a <= b); print(a >= b); print(1 == a); print(3 > a); print(5 >= a); print(a is a)
class W(V):
    def __gt__(self, o): print('W.gt', end=' '); return 'W'
print(a < W(5)); print(W(5) > a); print(W(1) == a)
class NE:
    def __ne__(self, o): return 'ne called'
print(NE() != 1, NE() == 1, not NE() != 1)
class Ret:
    def __eq__(self, o): return []
    def __lt__(self, o): return 'str'
print(Ret() == 1, Ret() != 1, Ret() < 1, bool(Ret() == 1), 1 > Ret(), [Ret()] == [1], Ret() in [1])
class Ident:
    def __eq__(self, o): raise ValueError('compared')
i = Ident(); print([i] == [i], i in [i], (i,) == (i,), [i].index(i), [i].count(i), {1: i} == {1: i})
try:
    [i] == [Ident()]
except ValueError as e:
    print(e)
for f in (lambda: object() < object(), lambda: [1] < [None], lambda: (1, 2) < (1, 'a'), lambda: {} < {}, lambda: 1 < '1', lambda: len < print, lambda: int < str, lambda: None < None, lambda: a > 'x' , lambda: {1} < [1], lambda: [1] >= 'a', lambda: ... <= 1):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(1 == 1.0, '1' == 1, None == 0, [] == (), b'a' == 'a', {1: 1} == {1: 1.0}, range(3) == [0, 1, 2], 1 != '1', None is None, [1, [2]] == [1, [2]])
