t = (1, 'a', 2.5)
u = t + (None, (3, 4))
print(u, u * 2, u[1:], u[::-1], len(u), u.index('a'), u.count(1), hash(t) == hash((1, 'a', 2.5)))
a, *b, c = u
(d, e), f = (1, 2), 3
print(a, b, c, d, e, f, t < (1, 'b'), t == (1, 'a', 2.5), 'a' in t, sorted([(2, 1), (1, 2)]))
print(tuple(range(20)), tuple('abc'), tuple([1, 2]), (*t, *u), repr((1,)), ())
def g(*args, **kw): return args, sorted(kw.items())
print(g(*t, *u, x=1, **{'y': 2}), g(), g(1))
x, y = 1, 2
x, y = y, x
first, *rest = 'hello'
[p, [q, *r]] = [1, [2, 3, 4]]
print(x, y, first, rest, p, q, r, tuple(i * i for i in range(30)))
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k)
for n in range(3):
    print((n,) * 70 == (n,) * 70)
