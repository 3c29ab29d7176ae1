t = (1, 2, 3, 2)
print(t, (), (1,), t[0], t[-1], t[1:3], t[::-1], len(t), t.index(2), t.count(2), t + (4,), t * 2, 2 in t, 9 in t, tuple('ab'), tuple(), tuple([1]), tuple(range(3)), hash(t) == hash((1, 2, 3, 2)))
print((1, 2) < (1, 3), (1,) < (1, 0), () < (1,), (1, 2) == (1, 2), (1, 'a') != (1, 'b'), (2,) > (1, 9), (1,) == [1], (1, (2, [3])), ((),), t.index(2, 2), t.index(3, -3, 4))
for f in (lambda: t[9], lambda: t['a'], lambda: t.index(9), lambda: hash(([],)), lambda: t + [1], lambda: t * 'a', lambda: (1, 'a') < (1, 2), lambda: tuple(5), lambda: t < 5, lambda: t.x, lambda: t.append):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for code in ('t[0] = 1', 'del t[0]', 't[0:1] = ()'):
    try:
        exec(code)
    except TypeError as e:
        print(e)
a, *b = t
print(a, b, *t, sep=' ')
class T(tuple):
    def __repr__(self): return 'T' + super().__repr__()
print(T((1, 2)), T((1,)) + (2,), T((1, 2))[0:1], type(T([1])[:]).__name__, T() == (), {(1, 2): 'x'}[T((1, 2))])
n = (1, [2])
n[1].append(3)
print(n, tuple(t) is t, t[:] is t, (1, 2, 3)[1:][0], max((1, 5, 2)), sum((1, 2)), sorted((3, 1)), list(reversed(t)))
x = (1, 2), (3,)
for (i, *j) in x: print(i, j)
