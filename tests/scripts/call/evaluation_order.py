log = []
def n(x):
    log.append(x)
    return x
def f(*a, **k): return None
f(n(1), *[n(2)], n(3), k=n(4), **{'z': n(5)}, y=n(6))
print(log); log.clear()
f(*n([1]), **n({'a': 1}))
print(log); log.clear()
def d(a=n('d1'), *, b=n('d2')) -> n('ret'): pass
print(log); log.clear()
class C(n(object), metaclass=n(type)):
    n('body')
print(log); log.clear()
@n
def deco(x=n('default')): pass
print([x if isinstance(x, str) else x.__name__ for x in log]); log.clear()
[n(1), n(2)][n(0)]
print(log); log.clear()
n({})[n('k')] = n('v')
print(log); log.clear()
n([0])[n(0)] += n(3)
print(log)
