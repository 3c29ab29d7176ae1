class U:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
print(-U(), +U(), ~U(), abs(U()), not U())
for f in (lambda: -'a', lambda: +[], lambda: ~1.5, lambda: abs(None), lambda: -None, lambda: ~'x'):
    try: f()
    except TypeError as e: print(e)
class V(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __add__(self, o): return V(*(a + b for a, b in zip(self, o)))
    def __mul__(self, k): return sum(a * b for a, b in zip(self, k)) if isinstance(k, V) else V(*(a * k for a in self))
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __matmul__(self, o): return 'cross'
    def __repr__(self): return 'V' + super().__repr__()
a, b = V(1, 2), V(3, 4)
print(a + b, a - b, a * b, a * 2, 2 * a, -a, a @ b, a == (1, 2), a < b, sum([a, b], V(0, 0)))
class F:
    def __init__(self, n, d=1):
        def gcd(a, b): return a if not b else gcd(b, a % b)
        g = gcd(n, d); self.n, self.d = n // g, d // g
    def __add__(self, o): o = o if isinstance(o, F) else F(o); return F(self.n * o.d + o.n * self.d, self.d * o.d)
    __radd__ = __add__
    def __mul__(self, o): return F(self.n * o.n, self.d * o.d) if isinstance(o, F) else NotImplemented
    def __eq__(self, o): return (self.n, self.d) == (o.n, o.d)
    def __lt__(self, o): return self.n * o.d < o.n * self.d
    def __repr__(self): return f'{self.n}/{self.d}'
print(F(1, 2) + F(1, 3), F(2, 4), sum([F(1, 6)] * 3), 1 + F(1, 2), sorted([F(1, 2), F(1, 3)]), max(F(1, 2), F(2, 3)), F(1, 2) == F(2, 4))
try: F(1, 2) * 2
except TypeError as e: print(e)
