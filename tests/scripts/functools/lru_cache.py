# The cache: keys, bounds, order of use, typed, keywords, methods, hashing, errors.
import gc
import weakref
from _functools import _lru_cache_wrapper


def cached(maxsize, typed=False):
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, lambda *info: info)


for maxsize in (None, 0, 1, 2, 5, 100):
    calls = []

    @cached(maxsize)
    def f(x, y=0):
        calls.append((x, y))
        return x * 2 + y

    for x in (1, 2, 1, 3, 1.0, True, 'a', 'a', 2, (1,), 5, 6, 7, 1, 2, 3):
        f(x, '') if isinstance(x, str) else f(x, ()) if isinstance(x, tuple) else f(x)
    f(1, y=2), f(1, y=2), f(y=2, x=1), f(x=1, y=2), f(1, 2), f(1, 2)
    print(maxsize, calls, f.cache_info())
    f.cache_clear()
    print(f.cache_info(), f(1), f.cache_info())


@cached(None, True)
def typed(*args, **kw):
    return list(map(type, args)), kw


print(typed(1), typed(1.0), typed(True), typed(1), typed(a=1), typed(a=1.0), typed.cache_info())
seed = 99
order, log = [], []


@cached(7)
def g(x):
    log.append(x)
    return x


for i in range(3000):
    seed = (seed * 1103515245 + 12345) % 2147483648
    x = seed // 65536 % 11
    count = len(log)
    g(x)
    hit = len(log) == count
    assert hit == (x in order), i
    if x in order:
        order.remove(x)
    elif len(order) == 7:
        order.pop(0)
    order.append(x)
print(g.cache_info(), len(log), order)


@cached(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(120), fib.cache_info())


@cached(3)
def fact(n):
    return n * fact(n - 1) if n else 1


print(fact(20), fact.cache_info())
for arguments in (([],), ({},), (1, [])):
    try:
        fib(*arguments)
    except TypeError as error:
        print(error)


@cached(5)
def failing(x):
    raise ValueError(x)


for i in range(2):
    try:
        failing(1)
    except ValueError as error:
        print(error, failing.cache_info())


class C:
    @cached(4)
    def method(self, x):
        return x, type(self).__name__

    plain = cached(4)(len)


c = C()
print(c.method(1), c.method(1), C.method(c, 1), C.method.cache_info(), type(c.method).__name__, C.__dict__['method'] is C.method)
f.extra = 1
print(f.__dict__, f.__copy__() is f, f.__deepcopy__({}) is f)


try:
    class Sub(_lru_cache_wrapper):
        pass
except TypeError as error:
    print(error)


class Node:
    pass


node = Node()
node.f = cached(3)(lambda x, node=node: node)
node.f(1)
ref = weakref.ref(node)
wref = weakref.ref(node.f)
del node
gc.collect()
print(ref(), wref())
nodes = []


@cached(2)
def make(x):
    node = Node()
    nodes.append(weakref.ref(node))
    return node


for i in range(4):
    make(i)
print([r() is not None for r in nodes])
make.cache_clear()
print([r() is not None for r in nodes])
