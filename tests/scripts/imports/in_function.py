def f():
    import math
    from _helper import counter as c
    return math.floor(2.5), c
print(f())
try:
    math
except NameError as e:
    print(e)
class C:
    import math as m
    from math import e
print(C.m.pi, C.e)
def g():
    global made
    import sys as made
g()
print(made.__name__)
for i in range(2):
    import _helper
try:
    import nope
except ImportError:
    nope = None
else:
    print('no')
print(nope)
if True:
    import _pkg.deep.leaf
print(_pkg.deep.leaf.thing)
def h(n):
    import _pkg
    return _pkg.value if n else h(1)
print(h(0))
