# What object.__reduce_ex__ gives for the protocols; copyreg.
import copy, copyreg


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
    def __new__(cls, a, *, k=0): o = object.__new__(cls); o.v = (a, k); return o
    def __getnewargs_ex__(self): return (self.v[0],), {'k': self.v[1]}
class C:
    pass
class R:
    def __reduce__(self): return (R2, (1, 2))
def R2(*a): return a
class G:
    def __getstate__(self): return {'q': 1}
    def __setstate__(self, s): self.s = s
l = L([1, [2]]); l.attr = 'x'
d = D(a=[1]); d.attr = 'y'
for o in (P(1), S(), SD(), l, d, I(3), T((1,)), N(1, k=2), object(), G(), ValueError(2), {3}, slice(1), range(3), 2j, 7, 'a'):
    for proto in (0, 1, 2, 4):
        try:
            r = o.__reduce_ex__(proto)
            r = tuple(list(e) if hasattr(e, '__next__') else e for e in r)
            print(proto, [getattr(e, '__name__', e) if not isinstance(e, tuple) else tuple(getattr(i, '__name__', i) for i in e) for e in r])
        except TypeError as e: print(proto, type(o).__name__, e)
print(object().__getstate__(), P(1).__getstate__(), S().__getstate__(), SD().__getstate__())
def red(o): return P, (99,)
copyreg.pickle(C, red); print(copy.copy(P(0)), copyreg.dispatch_table[C] is red)
class Q: pass
copyreg.pickle(Q, red); print(copy.copy(Q()), copy.deepcopy(Q()))
for f in (lambda: copyreg.pickle(Q, 3), lambda: copyreg.constructor(3), lambda: copyreg.add_extension('m', 'n', 0), lambda: copyreg.remove_extension('m','n',3), lambda: [].__reduce_ex__('a')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(copyreg._slotnames(SD), SD.__slotnames__)
