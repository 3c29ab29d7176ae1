# Making classes by hand; DynamicClassAttribute.
import types


def body(ns): ns['x'] = 5
C = types.new_class('C', (int,), {}, body); print(C, C.x, C(3) + 1)
class M(type):
    @classmethod
    def __prepare__(m, n, b, **k): return {'prepared': (n, k)}
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **k): pass
D = types.new_class('D', (), {'metaclass': M, 'z': 1}, None); print(type(D), D.prepared)
print(types.prepare_class('E', (D,), {'q': 2}))
class Alias:
    def __mro_entries__(self, bases): return (int, D)
print(types.resolve_bases((str, Alias())), types.resolve_bases((1, 2)))
b = (str,); print(types.resolve_bases(b) is b)
E = types.new_class('E', (list[int],)); print(E.__orig_bases__, E.__mro__)
class M2(type): pass
class F(metaclass=M2): pass
try: types.prepare_class('G', (D, F))
except TypeError as e: print(e)
class H:
    def __init__(self): self._v = 1
    @types.DynamicClassAttribute
    def v(self): 'vdoc'; return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): self._v = None
h = H(); print(h.v); h.v = 3; print(h.v); del h.v; print(h.v)
try: H.v
except AttributeError as e: print('AE', e)
print(H.__dict__['v'].__doc__)
