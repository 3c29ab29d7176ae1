# While somebody iterates, dead entries stay in place and are skipped; changes show as for dict and set.
import weakref, gc
gc.disable()
class C:
    def __init__(self, n): self.n = n
def fresh(kind):
    objects = [C(i) for i in range(6)]
    if kind is weakref.WeakSet: return objects, kind(objects)
    if kind is weakref.WeakKeyDictionary: return objects, kind({o: o.n for o in objects})
    return objects, kind({o.n: o for o in objects})
for kind in (weakref.WeakValueDictionary, weakref.WeakKeyDictionary, weakref.WeakSet):
    objects, d = fresh(kind); it = iter(d); first = next(it)
    del first; objects.clear(); print(kind.__name__, len(d) if kind is not weakref.WeakValueDictionary else '', len(list(it))); del it; print(len(d), len(d.data))
    objects, d = fresh(kind); seen = 0
    for x in d: seen += 1; objects.pop() if len(objects) > 3 else None; x = None
    print(seen >= 3, seen < 6 or kind is weakref.WeakSet, len(d), len(d.data))
    objects, d = fresh(kind)
    try:
        for x in d:
            if kind is weakref.WeakSet: d.add(objects[0]); objects.append(C(9)); d.add(objects[-1])
            elif kind is weakref.WeakKeyDictionary: objects.append(C(9)); d[objects[-1]] = 1
            else: d[len(d) + 5] = objects[0]
    except RuntimeError as e: print(e)
    x = None
    objects, d = fresh(kind); a, b = iter(d), iter(d); next(a), next(b); objects.clear(); a.close(); print(len(d.data)); b.close(); print(len(d.data), len(d))
    objects, d = fresh(kind); it = iter(d); next(it); objects.clear(); d.clear() if kind is weakref.WeakSet else None; del d
    try: print(sum(1 for _ in it))
    except RuntimeError as e: print(e)
objects, d = fresh(weakref.WeakValueDictionary); it = iter(d); next(it); objects.clear()
try: print(len(d), len(list(it)))
except RuntimeError as e: print(e)
objects, d = fresh(weakref.WeakKeyDictionary); it = iter(d); next(it); k = objects.pop(); del d[k]; del k; objects.pop(); print(len(d))
