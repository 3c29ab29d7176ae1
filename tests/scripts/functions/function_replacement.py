def f(): return g()
def g(): return 'old'
print(f())
def g(): return 'new'
print(f())
g = lambda: 'lambda'
print(f())
class C:
    def m(self): return 'old m'
c = C(); b = c.m
C.m = lambda self: 'new m'
print(c.m(), b())
c.m = lambda: 'instance m'
print(c.m(), C().m())
del c.m; print(c.m())
def loop():
    out = []
    for i in range(4):
        if i == 2:
            global g
            g = lambda: 'changed in loop'
        out.append(f())
    return out
print(loop())
import math
real = math.sqrt
math.sqrt = lambda x: 'fake'
print(math.sqrt(4)); math.sqrt = real; print(math.sqrt(4))
def poly(x): return x + x
print([poly(v) for v in (1, 'a', 1.5, [1], (2,), True, 10 ** 20, 1)])
