class Meta(type):
    def __new__(mcls, name, bases, space, **kw):
        space['made'] = sorted(kw)
        return super().__new__(mcls, name, bases, space)
    def __init__(cls, name, bases, space, **kw): super().__init__(name, bases, space)
    @classmethod
    def __prepare__(mcls, name, bases, **kw): return {'prepared': name}
    def __call__(cls, *a):
        obj = super().__call__(*a)
        obj.tag = 'tagged'
        return obj
class A(metaclass=Meta, option=1): pass
class D:
    def __set_name__(self, owner, name): self.name = owner.__name__ + '.' + name
    def __get__(self, obj, cls): return self.name if obj is None else (self.name, obj.tag)
    def __set__(self, obj, value): obj.__dict__['hidden'] = value
class B(A):
    d = D()
    def __init_subclass__(cls, **kw):
        cls.subs = sorted(kw.items())
        super().__init_subclass__()
class C(B, extra=2):
    def method(self): return __class__.__name__, super().made
b = B()
b.d = 5
print(A.made, A.prepared, B.d, b.d, b.hidden, C.subs, C().method(), C.__bases__, B.__subclasses__())
class S:
    __slots__ = ('p', 'q')
    def __init__(self): self.p = 1000
s = S()
s.q = 2000
print(s.p, s.q, hasattr(s, '__dict__'), S.p)
T = type('T', (S, ), {'__slots__': (), 'm': lambda self: self.p})
print(T().m(), T, T.__qualname__, type(T))
class X: pass
class Y(X): pass
class Z(X): pass
class W(Y, Z): pass
print([c.__name__ for c in W.mro()], W.__name__)
for i in range(5):
    exec('class K%d(X):\n  v = %d\n  def f(self): return self.v' % (i, i))
print(K3().f(), len(X.__subclasses__()))
W.later = property(lambda self: 'later')
print(W().later, type.__call__(dict, a=1), repr(W.__dict__['later'])[:9])
try:
    class Bad(X, object, Y): pass
except TypeError as e:
    print(e)
class Num(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
class L(list): pass
class St(str): pass
print(Num(500), L([1, 2]) + [3], St('abc').upper(), [type(x).__name__ for x in (Num(1), L(), St())])
