def partial(f, *args, **kw):
    def call(*more, **extra):
        return f(*args, *more, **{**kw, **extra})
    return call
p = partial(print, 1, 2, sep='-')
p(3)
p(3, sep='+')
def compose(*fs):
    def call(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return call
print(compose(str, abs, int)('-5'))
def curry(f, n):
    def inner(*a):
        return f(*a) if len(a) >= n else lambda *b: inner(*a, *b)
    return inner
print(curry(lambda a, b, c: a + b + c, 3)(1)(2)(3))
def memo(f):
    cache = {}
    def call(*a):
        if a not in cache:
            cache[a] = f(*a)
        return cache[a]
    call.cache = cache
    return call
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache))
