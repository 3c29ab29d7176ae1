class A:
    __slots__ = ('_v',)
    def __init__(self, v): self._v = v
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x * 2
a = A(1); a.v = 5; print(a.v, a._v)
class B(A):
    __slots__ = ('w',)
    def __init__(self, v, w): super().__init__(v); self.w = w
    def __eq__(self, o): return (self._v, self.w) == (o._v, o.w)
    def __repr__(self): return 'B(' + ', '.join(f'{n}={getattr(self, n)}' for c in type(self).__mro__ for n in getattr(c, '__slots__', ()))  + ')'
b = B(1, 2); print(b, b == B(1, 2), b != B(1, 3)); b.w = b; b.w = None; print(b)
class C(B): pass
c = C(1, 2); c.extra = 3; print(c.__dict__, c.w, [hasattr(x, '__dict__') for x in (a, b, c)])
for i in range(3):
    for o in (a, b, c):
        o._v += 1
print(a._v, b._v, c._v); del c._v
try: c.v
except AttributeError as e: print(e)
c._v = 'back'; print(c.v)
class Shadow(A): _v = 'class attribute'
s = Shadow.__new__(Shadow); print(s._v, s.v)
s._v = 5; print(s.__dict__, A._v.__get__(s) if False else 'done')
