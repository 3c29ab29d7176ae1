def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print(e)
class C:
    def __init__(self, x): self.x = x
    def m(self): return 'm'
    def n(self, a): return a
    @classmethod
    def c(cls, a): return a
    @staticmethod
    def s(a): return a
t(C)
t(C, 1, 2)
c = C(1)
t(c.m, 1)
t(c.n)
t(C.m)
t(C.n, c)
t(C.c)
t(C.c, 1, 2)
t(C.s)
t(C.s, 1)
class D: pass
t(D, 1)
t(D, x=1)
class E:
    def __new__(cls, a): return super().__new__(cls)
t(E)
t(E, 1)
class F:
    def m(): return 1
t(F().m)
t(C.m, 5)
t(str.upper, 5)
t(str.upper)
t(list.append, 1, 2)
t(5)
t('abc')
t(None)
class G:
    def __call__(self, a, b): return a, b
t(G(), 1)
t(G(), 1, 2)
