def f(a, b): return a, b
f.__defaults__ = (1, 2, 3)
print(f(), f(7), f(7, 8), f(b=9), f(a=5))
def g(*, k=1): return k
g.__defaults__ = (1, 2)
print(g(), g(k=3))
