import gc, weakref
class O:
    def __init__(self, n): self.n = n
    def m(self): return self.n
    def __repr__(self): return 'O(%d)' % self.n
called = []
o = O(1)
r = weakref.ref(o, called.append)
s = weakref.ref(o)
p = weakref.proxy(o)
print(r() is o, s is weakref.ref(o), p.n, p.m(), weakref.getweakrefcount(o), len(weakref.getweakrefs(o)))
del o
print(r(), s(), len(called))
d = weakref.WeakValueDictionary()
k = weakref.WeakKeyDictionary()
w = weakref.WeakSet()
kept = [O(i) for i in range(10)]
for o in kept:
    d[o.n] = o
    k[o] = o.n
    w.add(o)
del o
print(len(d), len(k), len(w), sorted(d), sorted(k.values()))
del kept[5:]
print(len(d), len(k), len(w), sorted(d.items()), sorted(x.n for x in w))
f = weakref.finalize(kept[0], print, 'finalized', 0)
m = weakref.WeakMethod(kept[1].m)
print(m()(), f.alive)
kept[2].self = kept[2]
q = weakref.ref(kept[2], called.append)
kept.clear()
gc.collect()
print(m(), f.alive, q(), len(called), len(d), dict(d), list(k), list(w))
try:
    p.n
except ReferenceError as e:
    print(e)
