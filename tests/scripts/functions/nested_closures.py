def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get())
inc2, get2 = counter()
print(get2())
def make():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return fs
print([f() for f in make()])
def three(a):
    def two(b):
        def one(c):
            return a, b, c
        return one
    return two
f = three(1)(2)
print(f(3), f.__closure__[0].cell_contents, f.__code__.co_freevars)
def late():
    def inner(): return value
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    value = 'now'
    return inner()
print(late())
def cellvars(x):
    def g(): return x
    x += 1
    return g
print(cellvars(1)())
