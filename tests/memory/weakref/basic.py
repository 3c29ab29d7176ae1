import weakref
class C: pass
c = C(); r = weakref.ref(c)
print(r() is c, type(r).__name__, weakref.ref(c) is r, weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r], r.__callback__)
r2 = weakref.ref(c, print); print(r2 is r, weakref.getweakrefcount(c), r2.__callback__ is print, weakref.ref(c, print) is r2)
del c, r2; print(r(), weakref.getweakrefcount(5), repr(r).endswith('; dead>'), repr(r).startswith('<weakref at 0x'))
for x in (5, 'a', (), [], {}, None, 1.5, range(3), object(), slice(1), b''):
    try: weakref.ref(x)
    except TypeError as e: print(e)
def f(): pass
for x in (f, C, {1}, frozenset(), C(), (i for i in ()), len, type, weakref): print(type(weakref.ref(x)).__name__, end=' ')
print()
class S: __slots__ = ()
class W: __slots__ = ('__weakref__',)
try: weakref.ref(S())
except TypeError as e: print(e)
w = W(); print(weakref.ref(w)() is w)
class L(list): pass
l = L(); print(weakref.ref(l)() is l); m = C().__init__
for a in ((), (1, 2, 3)):
    try: weakref.ref(*a)
    except TypeError as e: print(e)
r = weakref.ref(C()); print(r())
try: weakref.ref(w).x = 1
except AttributeError as e: print(e)
