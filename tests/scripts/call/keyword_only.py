def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print(e)
def k1(*, a): return a
def k2(*, a, b): return a, b
def k3(x, *, a, b=2, c): return x, a, b, c
def k4(x=1, *, a=2): return x, a
t(k1)
t(k1, a=1)
t(k1, 1)
t(k1, 1, a=2)
t(k2)
t(k2, b=1)
t(k3, 1)
t(k3, 1, a=2, c=3)
t(k3, 1, 2, a=2, c=3)
t(k3)
t(k4, 1, 2)
t(k4, 1, 2, a=3)
t(k4, 1, 2, 3, a=3)
t(k4, a=5)
t(k1, a=1, z=2)
def k5(*args, key): return args, key
t(k5, 1, 2)
t(k5, 1, 2, key=3)
