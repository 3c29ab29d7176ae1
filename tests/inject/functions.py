def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, sorted(kw.items())
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6, **{'f': 7}), f(*[1, 2], **{'c': 1}))
def outer(n):
    total = [0]
    def inner(x):
        nonlocal n
        n += x
        total[0] += n
        return n
    inner.mark = 'm'
    return inner, total
g, t = outer(1000)
print([g(i) for i in range(10)], t, g.mark, g.__name__, g.__qualname__, outer.__code__.co_varnames)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30), (lambda *a, **k: (a, k))(1, x=2), [h(3) for h in [lambda x, i=i: x * i for i in range(4)]])
def deco(x):
    def wrap(fn):
        def call(*a, **k): return x, fn(*a, **k)
        call.__wrapped__ = fn
        return call
    return wrap
@deco('one')
@deco('two')
def h(a: int = 1, *, b: 'x' = 2) -> str:
    """Doc."""
    return a + b
print(h(), h(5, b=6), h.__wrapped__.__wrapped__.__annotations__, h.__wrapped__.__wrapped__.__doc__)
print(h.__wrapped__.__wrapped__.__kwdefaults__, f.__defaults__, sorted(map(str, [1, 2])), 'abc'.upper.__name__)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(300))
for bad in (lambda: f(), lambda: f(1), lambda: f(1, c=2, a=3), lambda: len(1, 2), lambda: h(zz=1), lambda: f(*5), lambda: f(**5), lambda: f(**{'a': 1}, **{'a': 2})):
    try:
        bad()
    except TypeError as e:
        print(e)
