class A:
    def f(self): return 'A'
class B:
    def f(self): return 'B'
a = A()
a.x = 1
a.__class__ = B
print(a.f(), a.x, type(a).__name__)
try:
    a.__class__ = int
except TypeError as e:
    print(e)
try:
    a.__class__ = 5
except TypeError as e:
    print(e)
class S: __slots__ = ('q',)
try:
    a.__class__ = S
except TypeError as e:
    print(e)
class C(A): pass
C.__bases__ = (B,)
print(C().f(), C.__mro__)
try:
    C.__bases__ = ()
except TypeError as e:
    print(e)
try:
    A.__bases__ = (C,)
    B.__bases__ = (A,)
except TypeError as e:
    print(type(e).__name__, e)
C.__name__ = 'Renamed'
print(C, C.__name__, C.__qualname__)
C.__qualname__ = 'X.Y'
print(C)
try:
    int.foo = 1
except TypeError as e:
    print(e)
try:
    del A.__name__
except TypeError as e:
    print(e)
