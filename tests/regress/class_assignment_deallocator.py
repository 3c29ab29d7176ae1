# __bases__ = (object,) named the wrong reason: instances of a class are collected, those of object not.
class A: pass
class B(A): pass
class E: __slots__ = ()
try:
    B.__bases__ = (object,)
except TypeError as e: print(e)
try:
    A().__class__ = E
except TypeError as e: print(e)
