import weakref, gc
def f():
    def inner(): pass
    return weakref.ref(inner)
print(f()())
class A: pass
class B(A): pass
r = weakref.ref(B); print(r() is B, A.__subclasses__()); del B; gc.collect(); print(r(), A.__subclasses__())
class M:
    def m(self): pass
m = M(); r = weakref.ref(m.m); print(r())
def g(): yield 1
it = g(); r = weakref.ref(it); print(r() is it, next(r())); del it; print(r())
s = {1}; r = weakref.ref(s); del s; print(r())
r = weakref.ref(lambda: 0); print(r())
e = ValueError(); 
try: print(type(weakref.ref(e)()).__name__)
except TypeError as x: print(x)
