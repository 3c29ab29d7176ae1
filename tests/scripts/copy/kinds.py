# Shallow and deep copies of objects of many types.
import copy


class P:
    def __init__(self, x): self.x = x
    def __repr__(self): return 'P(%r)' % (self.x,)
class S:
    __slots__ = 'a', '__b', 'c'
    def __init__(self): self.a = [1]; self.__b = 2
    def __repr__(self): return 'S(%r, %r, %r)' % (self.a, self.__b, hasattr(self, 'c'))
class SD(S):
    def __init__(self): super().__init__(); self.z = 5
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
class N:
    def __repr__(self): return 'N(%r)' % (self.v,)
    def __new__(cls, a, *, k=0): o = object.__new__(cls); o.v = (a, k); return o
    def __getnewargs_ex__(self): return (self.v[0],), {'k': self.v[1]}
class C:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
class R:
    def __reduce__(self): return (R2, (1, 2))
def R2(*a): return a
class G:
    def __getstate__(self): return {'q': 1}
    def __setstate__(self, s): self.s = s
l = L([1, [2]]); l.attr = 'x'
d = D(a=[1]); d.attr = 'y'
for o in (P([1]), S(), SD(), l, d, I(3), T((1, [2])), N(1, k=[2]), C(), R(), [1, [2]], (1, 2), (1, [2]), {1: [2]}, {1, 2}, frozenset([1]), bytearray(b'x'), slice(1, [2]), range(4), None, ..., NotImplemented, len, print, P, P(1).__init__, 3j, 'x', b'y', ValueError(1, [2]), type, int, lambda: 1, property()):
    for f in (copy.copy, copy.deepcopy):
        try:
            c = f(o)
            print(f.__name__, type(o).__name__, c if not callable(c) and not isinstance(c, property) else '', c is o, getattr(c, '__dict__', None) if not isinstance(c, type) and not callable(c) else '')
        except Exception as e: print(f.__name__, type(o).__name__, type(e).__name__, e)
