# lru_cache, cache, cached_property.
from functools import cache, cached_property, lru_cache

calls = []


@lru_cache(maxsize=2)
def f(x, y=0):
    'f doc'
    calls.append((x, y))
    return x + y


print(f(1), f(1), f(2), f(3), f(1), calls, f.cache_info(), f.cache_parameters(), f.__name__, f.__doc__, f.__wrapped__(5))
f.cache_clear()
print(f.cache_info(), f(1, y=2), f(1, 2), f.cache_info())


@lru_cache
def g(x): return x
print(g(1), g(1.0), g(True), g.cache_info(), g.cache_parameters())


@lru_cache(typed=True)
def h(x): return x
print(h(1), h(1.0), h(True), h.cache_info())


@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
for call in (lambda: g([]), lambda: lru_cache('x'), lambda: lru_cache(maxsize=0)(len)('abc')):
    try: print(call())
    except TypeError as e: print(e)


class C:
    @cached_property
    def value(self):
        'value doc'
        print('computed')
        return 42
    @lru_cache(maxsize=None)
    def method(self, x): return x, len(calls)


c = C()
print(c.value, c.value, c.__dict__, C.value.__doc__, type(C.value), C.value.attrname)
del c.value
print(c.value, c.method(1), c.method(1), C.method.cache_info())
c.value = 7
print(c.value)
for body in ({'__slots__': (), 'p': cached_property(len)}, {'p': cached_property(len)}):
    try: print(type('D', (), body)().p)
    except TypeError as e: print(e)
try:
    p = cached_property(len)
    E = type('E', (), {'a': p, 'b': p})
except (TypeError, RuntimeError) as e: print(type(e).__name__, e, e.__cause__)
try: cached_property(len).__get__(c)
except TypeError as e: print(e)
