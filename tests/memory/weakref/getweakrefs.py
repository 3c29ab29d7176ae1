# getweakrefcount and getweakrefs; references are one object unless they have callbacks.
import weakref
class C: pass
class R(weakref.ref): pass
c = C()
print(weakref.getweakrefcount(c), weakref.getweakrefs(c))
a = weakref.ref(c); b = weakref.ref(c); print(a is b, weakref.getweakrefcount(c))
k = weakref.ref(c, id); l = weakref.ref(c, id); print(k is l, weakref.getweakrefcount(c))
p = weakref.proxy(c); q = weakref.proxy(c); print(p is q, weakref.getweakrefcount(c)); pc = weakref.proxy(c, id); print(weakref.getweakrefcount(c))
r = R(c); r2 = R(c); print(r is r2, weakref.getweakrefcount(c))
print([type(x).__name__ for x in weakref.getweakrefs(c)])
print(weakref.getweakrefs(c)[0] is a, weakref.getweakrefs(c)[1] is p)
del k, l; print(weakref.getweakrefcount(c)); del a, b; print(weakref.getweakrefcount(c)); del p, q, pc, r, r2; print(weakref.getweakrefcount(c), weakref.getweakrefs(c))
for x in (5, None, [], 'a', int, len): print(weakref.getweakrefcount(x) if x is not int and x is not len else '', weakref.getweakrefs(x) if x is not int else '')
n = weakref.ref(c, None); m = weakref.ref(c); print(n is m, n.__callback__); x = weakref.ref(c, print); print(x.__callback__ is print); del c; print(x.__callback__, n.__callback__, x(), weakref.ref.__call__(n))
class D: pass
d = D(); r = weakref.ref(d); print(repr(r).split(' at 0x')[0], repr(r).split('; ')[1].split(' at ')[0]); D.__name__ = 'Other'; print(repr(r).split("'")[1]); d.__name__ = 'called'; print(repr(r).split('; ')[1].split(' ')[-1])
for bad in (lambda: r(1), lambda: r(x=1), lambda: setattr(r, '__callback__', 1), lambda: weakref.ref.__new__(int), lambda: weakref.ref.__init__(r), lambda: weakref.ref(d, 1, 2), lambda: weakref.ref(d, callback=None)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(weakref.ref[int], weakref.ReferenceType is weakref.ref)
