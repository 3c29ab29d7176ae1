class A:
    x = property(lambda s: s._x, lambda s, v: setattr(s, '_x', v), lambda s: delattr(s, '_x'), 'doc')
    def __getattribute__(self, name):
        seen.append(name)
        return object.__getattribute__(self, name)
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
    def __dir__(self): return ['b', 'a']
seen = []
a = A()
a.x = 1000
print(a.x, A.x.__doc__, dir(a), seen)
del a.x
try:
    a.x
except AttributeError as e:
    print(e, e.name)
m = 'abc'.replace
bound = a.__dir__
print(m('a', 'z'), bound(), str.upper('q'), dict.fromkeys([1]), [].append.__self__, int.__add__(1000, 2000))
class Ops:
    def __init__(self, v): self.v = v
    def __repr__(self): return 'Ops(%r)' % self.v
for name in 'add sub mul truediv floordiv mod pow lshift rshift and or xor'.split():
    setattr(Ops, '__%s__' % name, lambda s, o, n=name: Ops((s.v, n, getattr(o, 'v', o))))
    setattr(Ops, '__r%s__' % name, lambda s, o, n=name: Ops((o, 'r' + n, s.v)))
p, q = Ops('p'), Ops('q')
print(p + q, p - 1, 2 * q, p / q, p // q, p % q, p ** 2, p << 1, 1 >> q, p & q, p | q, 5 ^ q)
p += q
print(p, -5 .__neg__(), (5).__divmod__(3), [1].__iadd__([2]), hasattr(Ops, '__iadd__'))
print(sorted(k for k in dir(Ops) if 'xor' in k), vars(Ops)['__doc__'], callable(p), type(Ops.__add__).__name__)
