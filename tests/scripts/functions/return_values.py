def a(): pass
def b(): return
def c(): return 1, 2
def d(): return 1,
def e(): return [*range(2)], *'ab'
def f():
    if 0:
        return 1
print(a(), b(), c(), d(), e(), f())
x, y = c()
print(x, y)
def g(n):
    while n:
        n -= 1
        if n == 3:
            return 'early'
print(g(5), g(2))
print((lambda: None)())
def h(): return (yield)
print(type(h()).__name__)
def multi(flag):
    if flag: return 'T'
    return 'F'
print(multi(1), multi(0))
