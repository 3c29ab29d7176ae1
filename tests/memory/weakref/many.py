import weakref
class C: pass
c = C(); rs = [weakref.ref(c, lambda r: None) for _ in range(1000)]; print(weakref.getweakrefcount(c)); del rs[::2]; print(weakref.getweakrefcount(c)); del c; print(sum(r() is None for r in rs))
objs = [C() for _ in range(1000)]; refs = [weakref.ref(o) for o in objs]; del objs[::2]; print(sum(r() is None for r in refs)); objs.clear(); print(sum(r() is None for r in refs))
n = 0
def cb(r):
    global n
    n += 1
for _ in range(1000):
    o = C(); r = weakref.ref(o, cb); del o
print(n)
c = C(); r = weakref.ref(c); del r; r = weakref.ref(c); print(r() is c, weakref.getweakrefcount(c))
l = [c]; a = weakref.ref(c); l.clear(); c = None; print(a())
