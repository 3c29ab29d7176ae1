# Empty slots called __eq__ and __del__: the comparison failed, and an exception was reported when the object died.
class Q:
    __slots__ = ('__del__', '__eq__', '__len__')


q = Q()
print(q == q, q == Q(), q != q)
q.__eq__ = lambda other: 'mine'
print(q == 1)
q.__del__ = lambda: print('dying')
q = None


class R:
    @property
    def __lt__(self):
        raise KeyError('no')


try:
    R() < R()
except TypeError as e:
    print(e)
