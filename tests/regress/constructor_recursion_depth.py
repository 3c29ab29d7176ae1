# Classes that construct themselves: how deep, and the error's text; a constructor counts twice.
class D1:
    def __init__(s, n):
        if n: D1(n - 1)
class D2:
    def __init__(s, n, k=1):
        if n: D2(n - 1)
class D3:
    def __init__(s, *, n):
        if n: D3(n=n - 1)
class D4:
    def __init__(s, *n):
        if n[0]: D4(*[n[0] - 1])
class P:
    @property
    def p(s):
        s.n += 1
        return s.p
class O:
    def __add__(s, o): s.n += 1; return s + o
class It:
    def __getitem__(s, o): s.n += 1; return s[o]
class Eq:
    def __eq__(s, o): s.n += 1; return s == o
class Cl:
    def __call__(s): s.n += 1; return s()
class M:
    def m(s): s.n += 1; return s.m()
class MB:
    def m(s): s.n += 1; f = s.m; return f()
class CM:
    n = 0
    @classmethod
    def m(s): s.n += 1; return s.m()
class GA:
    n = 0
    def __getattr__(s, a): GA.n += 1; return s.zz
def mx(f):
    lo, hi = 1, 3000
    while lo < hi:
        mid = (lo + hi + 1) // 2
        try: f(mid); lo = mid
        except RecursionError as e: hi = mid - 1; m = str(e)
    return lo, m
for c in D1, D2: print(c.__name__, mx(c))
print(mx(lambda n: D3(n=n))); print(mx(D4))
def cnt(o, f):
    o.n = 0
    try: f(o)
    except RecursionError as e: print(type(o).__name__, o.n, e)
for i in range(2):
    cnt(P(), lambda o: o.p); cnt(O(), lambda o: o + o); cnt(It(), lambda o: o[1]); cnt(Eq(), lambda o: o == o); cnt(Cl(), lambda o: o()); cnt(M(), lambda o: o.m()); cnt(MB(), lambda o: o.m())
    try: GA().q
    except RecursionError as e: print(GA.n, e); GA.n = 0
    try: CM.m()
    except RecursionError as e: print(CM.n, e); CM.n = 0
