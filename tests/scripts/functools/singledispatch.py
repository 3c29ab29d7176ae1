# The implementation for the type of the first argument: mro, ABCs, unions, annotations; ambiguous ones.
import collections.abc as abc
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(x, *rest):
    'show doc'
    return 'object'


@show.register(int)
def _(x): return 'int'


@show.register
def _(x: str): return 'str'


@show.register
def _(x: list | tuple): return 'list or tuple'


@show.register(abc.Mapping)
def mapping(x): return 'mapping'


show.register(abc.Sized, lambda x: 'sized')
show.register(type(None), lambda x: 'none')
for v in (1, True, 1.5, 's', [], (), {}, set(), None, b'', object):
    print(v, show(v))
print(show.dispatch(bool) is show.dispatch(int), show.registry[abc.Mapping] is mapping, show.__name__, show.__doc__, len(show.registry))


class Both(abc.Sized, abc.Container):
    def __len__(self): return 0
    def __contains__(self, x): return False


@singledispatch
def g(x): return 'base'


g.register(abc.Iterable, lambda x: 'iterable')
g.register(abc.Container, lambda x: 'container')


class P:
    pass


class Q:
    pass


print(g(P()))
abc.Iterable.register(P)
print(g(P()))
abc.Container.register(P)
for value in (P(), [], Both(), 3):
    try: print(g(value))
    except RuntimeError as e: print(str(e)[:19])
for f in (lambda: show(), lambda: show.register(3, len), lambda: show.register(lambda x: x), lambda: show.register('x')):
    try: f()
    except TypeError as e: print(str(e).split(' at 0x')[0])
def bad(x: 3): pass
try: show.register(bad)
except TypeError as e: print(e)


class Negator:
    @singledispatchmethod
    def neg(self, arg): raise NotImplementedError('cannot')
    @neg.register
    def _(self, arg: int): return -arg
    @neg.register
    def _(self, arg: bool): return not arg
    @singledispatchmethod
    @classmethod
    def cm(cls, arg): return cls.__name__, arg
    @cm.register
    @classmethod
    def _(cls, arg: str): return cls.__name__, 'str'


n = Negator()
print(n.neg(3), n.neg(True), n.cm(1), Negator.cm('x'), n.neg.__name__)
try: n.neg('x')
except NotImplementedError as e: print(e)
class Base: pass
class D1(Base): pass
class D2(D1): pass
@singledispatch
def h(x): return 0
h.register(Base, lambda x: 'Base')
print(h(D2()))
h.register(D1, lambda x: 'D1')
print(h(D2()), h(Base()))
