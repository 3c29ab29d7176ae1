class A:
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'
    v = 'A.v'
class B(A):
    def f(self): return super().f() + ' B.f'
    @classmethod
    def c(cls): return super().c() + ' B.c'
    @staticmethod
    def s(): return super(B, B).s()
    @property
    def p(self): return super().p + ' B.p'
    v = 'B.v'
    def look(self): return super().v, super(B, self).v, super(B, type(self)).v, __class__.__name__
    def nested(self):
        return [super(B, self).f() for _ in range(1)], (lambda: super(B, self).f())()
    def inner(self):
        def g(): return super(__class__, self).f()
        return g()
b = B()
print(b.f(), b.c(), B.c(), b.s(), b.p, b.look(), b.nested(), b.inner())
def outside(self): return super().f()
class C(A):
    def no_args(): return super()
    def deleted(self):
        del self
        return super()
    def comp(self): return [super().f() for _ in 'a']
    def setattr_(self): super().x = 5
    def missing(self): return super().nope
C.out = outside
for f in (lambda: outside(b), lambda: C.no_args(), lambda: C().deleted(), lambda: C().comp(), lambda: C().setattr_(), lambda: C().missing(), lambda: C().out(), lambda: super(), lambda: super(5), lambda: super(A, 5), lambda: super(B, A()), lambda: super(A).f, lambda: super(A, b).f(), lambda: super(A, B), lambda: super(1, 2)):
    try:
        r = f()
        print(r if isinstance(r, str) else type(r).__name__)
    except Exception as e:
        print(type(e).__name__, e)
s = super(B, b); print(s.__thisclass__, s.__self__ is b, s.__self_class__)
class D(B):
    f = None
    def g(self): return super().f()
print(D().g(), super(D, D()).f())
