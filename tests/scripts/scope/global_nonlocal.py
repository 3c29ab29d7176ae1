x = 'module'
def read(): return x
def write():
    global x
    x = 'changed'
def shadow():
    x = 'local'
    def inner():
        global x
        return x
    return x, inner()
write(); print(read(), shadow())
def outer():
    a = 1
    def mid():
        nonlocal a
        a += 1
        def deep():
            nonlocal a
            a *= 10
            return a
        return deep()
    return mid(), a
print(outer())
def unbound():
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)
    v = 1
unbound()
def aug():
    try:
        x += '!'
    except UnboundLocalError as e:
        print(e)
aug()
def free():
    def g(): return w
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    w = 1
    return g()
print(free())
def deleted():
    z = 1
    def g(): return z
    del z
    try:
        g()
    except NameError as e:
        print(e)
    try:
        z
    except UnboundLocalError as e:
        print(e)
deleted()
def make_global():
    global created
    created = 'made'
make_global(); print(created)
class C:
    global in_class
    in_class = 'via class'
    y = x
print(in_class, hasattr(C, 'in_class'), C.y)
def cls():
    n = 1
    class D:
        nonlocal n
        n = 2
        m = n
    return n, D.m, hasattr(D, 'n')
print(cls())
def params(x, y=x):
    x = x + y
    return x
print(params('p'))
def loop():
    for i in []: pass
    try:
        return i
    except UnboundLocalError as e:
        return str(e)
print(loop())
