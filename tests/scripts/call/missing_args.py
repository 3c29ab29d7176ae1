def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print(e)
def f0(): return 0
def f1(a): return a
def f2(a, b): return a, b
def f3(a, b, c): return a, b, c
def fd(a, b=1): return a, b
def fdd(a=1, b=2): return a, b
t(f0, 1)
t(f0, 1, 2)
t(f1)
t(f1, 1, 2)
t(f2)
t(f2, 1)
t(f2, b=1)
t(f3)
t(f3, c=1)
t(fd)
t(fd, 1, 2, 3)
t(fdd, 1, 2, 3)
t(f1, 1, a=1)
t(f1, x=1)
t(f1, 1, x=1)
t(f0, x=1)
t(f3, 1, 2, 3, 4, 5)
