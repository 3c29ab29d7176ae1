# partial as an object: attributes, subclasses, recursion, copies of state, cycles, changed keywords.
import gc
import weakref
from _functools import partial


def show(*args, **kw):
    return args, kw


p = partial(show, 1, a=2)
print(p(3, b=4), p(a=5), p())
p.keywords['c'] = 9
print(p())
p.x = 5
print(p.__dict__, p.__reduce__()[2][3], partial(p, 7)(8), partial(p, 7).func is p)
q = partial(partial(partial(show, 1), 2, k=1), 3, k=2, m=3)
print(q.args, q.keywords, q())
p = partial(show)
p.__setstate__((show, (p,), {}, {'y': 1}))
print(p, p.y)
p.__setstate__((show, (), {'p': p}, None))
print(p)
p.__setstate__((p, (), {}, None))
try:
    print(p)
except RecursionError:
    print('RecursionError')


class Tuple(tuple):
    pass


class Dict(dict):
    pass


p.__setstate__((show, Tuple((1, 2)), Dict(a=1), None))
print(type(p.args), type(p.keywords), p())


class Sub(partial):
    def __repr__(self):
        return 'Sub:' + super().__repr__()

    def method(self):
        return self.args


s = Sub(show, 1, z=2)
s.attribute = 1
print(s, s.method(), s(), s.attribute, partial(Sub(show, 1), 2).args, type(Sub(partial(show, 1))))


class New(partial):
    def __new__(cls, *args):
        return super().__new__(cls, show, *args)


print(New(1, 2)(3))


class Holder:
    method = partial(show, 'held')


print(Holder().method(1))
p = partial(show)
r = weakref.ref(p)
print(r() is p)
del p
print(r())
p = partial(show)
p.me = p
p.keywords['p'] = p
r = weakref.ref(p)
del p
gc.collect()
print(r())
p = partial(show)
p.__setstate__((p, (), {}, None))
r = weakref.ref(p)
del p
gc.collect()
print(r())
p = partial(show)
for action in ('del p.__dict__', 'p.__dict__ = 5', 'p.__dict__ = {"a": 1}', 'p.a', 'del p.a', 'del p.a', 'del p.func'):
    try:
        exec(action)
        print(action, p.__dict__)
    except Exception as error:
        print(action, type(error).__name__, error)
