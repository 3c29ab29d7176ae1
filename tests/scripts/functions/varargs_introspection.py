def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*range(5), d=0), f(1, c=9, d=4, a=5, b=6))
k = f.__code__
print(k.co_argcount, k.co_posonlyargcount, k.co_kwonlyargcount, k.co_varnames, f.__defaults__, f.__kwdefaults__)
def g(*args, **kwargs): return args, kwargs
a, k = g(1, 2, x=3)
a2, k2 = g(*a, **k)
print(a == a2, k == k2, k is k2, g(*(), **{}), g(*'ab', *[1], **{'a': 1}, b=2))
def h(*, a, **k): k['a'] = a; return k
d = {'a': 1, 'b': 2}
print(h(**d), d)
def m(self, *, self_=1): return self, self_
print(m(self=5), (lambda *_, **__: (_, __))(1, y=2))
