def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print(e)
def p1(a, /): return a
def p2(a, b, /, c, *, d): return a, b, c, d
def p3(a, /, **kw): return a, kw
def p4(a, b=2, /): return a, b
t(p1, 1)
t(p1, a=1)
t(p1)
t(p2, 1, 2, 3, d=4)
t(p2, 1, 2, c=3, d=4)
t(p2, 1, b=2, c=3, d=4)
t(p2, a=1, b=2, c=3, d=4)
t(p3, 1, a=2)
t(p3, a=2)
t(p4, 1)
t(p4, 1, b=3)
t(p4)
t(p4, 1, 2, 3)
