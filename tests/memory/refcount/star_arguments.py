# differs: a call with **kwargs or of an instance passes the arguments on as they are; CPython gathers them
# in arrays and tuples first, which hold them once more
import sys
class C: pass
c = C()
def f(x): return sys.getrefcount(x)
def g(*a): return sys.getrefcount(a[0])
def h(**k): return sys.getrefcount(k['x'])
def m(x, *a, k=None, **kw): return sys.getrefcount(x)
a = (c,); l = [c]; d = {'x': c}
print(f(c), f(*a), f(*l), f(**d), g(*a), g(*l), g(c), h(**d), h(x=c), m(*a), m(*l, **{'k': c}), m(c, *a), m(c, k=c), m(x=c))
class K:
    def m(self, *a): return sys.getrefcount(self)
    def __call__(self, x): return sys.getrefcount(x)
    def __getattr__(self, n): return sys.getrefcount(self)
    def __add__(self, o): return sys.getrefcount(o)
    def __getitem__(self, i): return sys.getrefcount(i)
    def __init__(self, x=None): self.n = sys.getrefcount(x)
    @property
    def p(self): return sys.getrefcount(self)
k = K()
print(k.m(), k.m(*a), k(c), k(*a), k.zz, k + c, k[c], K(c).n, K(*a).n, k.p, K.m(k), sys.getrefcount(*a), sys.getrefcount(*l))
print(list(map(sys.getrefcount, [c])), list(map(f, [c])), sorted([c], key=f) and 1, [sys.getrefcount(x) for x in l], max([c], key=lambda x: sys.getrefcount(x)) is c)
def gen(x): yield sys.getrefcount(x)
print(next(gen(c)), list(gen(*a)))
