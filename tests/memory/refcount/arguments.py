import sys
class C: pass
def f(x): return sys.getrefcount(x)
def g(*a): return sys.getrefcount(a[0])
def h(**k): return sys.getrefcount(k['x'])
def two(x, y): return sys.getrefcount(x)
c = C()
print(f(c), f(C()), g(c), g(C()), h(x=c), two(c, c), two(C(), 0))
print((lambda x: sys.getrefcount(x))(c), [sys.getrefcount(x) for x in [c]])
class D:
    def m(self): return sys.getrefcount(self)
d = D()
print(d.m(), D().m(), D.m(d))
b = d.m
print(sys.getrefcount(d), b())
del b
print(sys.getrefcount(d))
def local():
    x = C()
    y = x
    return sys.getrefcount(x)
print(local(), sys.getrefcount(c))
