def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f(3, []))
print(f.__defaults__)
n = 1
def g(x=n):
    return x
n = 2
print(g())
def h(a, b=2, *, c=3, d):
    return a, b, c, d
print(h(1, d=4), h.__defaults__, h.__kwdefaults__)
h.__defaults__ = (10, 20)
print(h(d=4))
h.__kwdefaults__ = {'d': 5}
try:
    h()
except TypeError as e:
    print(e)
f.__defaults__ = None
try:
    f(1)
except TypeError as e:
    print(e)
