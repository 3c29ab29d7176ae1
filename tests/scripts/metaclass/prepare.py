class NS(dict):
    def __setitem__(self, k, v):
        if not k.startswith('__'): print('define', k)
        super().__setitem__(k, v)
    def __missing__(self, k):
        if k.startswith('auto'): return 'auto value'
        raise KeyError(k)
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, kw)
        return NS()
    def __new__(m, n, b, ns, **kw): return super().__new__(m, n, b, dict(ns))
    def __init__(c, n, b, ns, **kw): pass
class C(metaclass=Meta, opt=5):
    a = 1
    def f(self): pass
    b = auto_x
    a = 2
print(C.a, C.b)
def func(name, bases, ns): return (name, bases, sorted(k for k in ns if not k.startswith('__')))
class D(metaclass=func): q = 1
print(D)
class M1(type): pass
class M2(type): pass
class X(metaclass=M1): pass
class Y(metaclass=M2): pass
try:
    class Z(X, Y): pass
except TypeError as e:
    print(e)
class M3(M1, M2): pass
class Z(X, Y, metaclass=M3): pass
print(type(Z).__name__)
class W(X): pass
print(type(W).__name__)
class BadPrep(type):
    @classmethod
    def __prepare__(m, n, b): return 5
try:
    class Q(metaclass=BadPrep): pass
except TypeError as e:
    print(e)
class E:
    def __mro_entries__(self, bases): return (list,)
class F(E()): pass
print(F.__bases__, F.__orig_bases__[0].__class__.__name__, F([1]))
