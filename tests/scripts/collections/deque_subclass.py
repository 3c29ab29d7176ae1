# Subclasses: own attributes, __init__ and __iter__; copies; weak references; cycles are collected.
import gc
import weakref
from _collections import deque


class D(deque):
    def __init__(self, *args):
        super().__init__(*args)
        self.x = 1


class Fixed(deque):
    __slots__ = ('y',)


class Backwards(deque):
    def __iter__(self):
        return reversed(self)


class Odd(deque):
    def __new__(cls, *args):
        return [1] if args and args[0] == 'list' else super().__new__(cls)


d = D('abc', 5)
print(d, d.x, d.copy(), type(d.copy()), d.copy().maxlen, d + deque('q'), type(d + d), d * 2, d.__reduce__()[:3])
f = Fixed('ab')
f.y = 3
print(f, f.y, f.copy(), hasattr(f.copy(), 'y'))
b = Backwards('abc')
print(b, list(b), deque(b), b == deque('abc'), b == deque('cba'), b.copy())
print(D() == deque(), D('a') < deque('b'), isinstance(D(), deque), len(D('ab')))


class Bad(deque):
    def __init__(self, *args):
        super().__init__()


class NoDeque(type):
    def __call__(cls, *args):
        return 5 if args else super().__call__()


class Five(deque, metaclass=NoDeque):
    pass


try:
    Five().copy()
except TypeError as error:
    print(error)
r = weakref.ref(deque())
print(r())
d = deque([1])
r = weakref.ref(d, lambda r: print('gone'))
print(r() is d)
del d
gc.collect()
d = deque()
d.append(d)
r = weakref.ref(d)
del d
print(r() is None)
gc.collect()
print(r() is None)
d = D()
d.append(iter(d))
d.me = d
r = weakref.ref(d)
del d
gc.collect()
print(r() is None, gc.is_tracked(deque()))
d = deque([1, 2])
d.__init__('xyz', 2)
print(d)
d.__init__()
print(d, d.maxlen)
nested = deque()
for i in range(100000):
    nested = deque([nested])
del nested
print('deep')
