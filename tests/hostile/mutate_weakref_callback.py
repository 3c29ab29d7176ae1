def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

import weakref
class C: pass
l = [C() for _ in range(5)]
refs = [weakref.ref(o, lambda r: l.clear()) for o in l]
t('clear', lambda: l.pop() and None); print(len(l))
l = [C() for _ in range(5)]; refs = [weakref.ref(o, lambda r: l.append(1)) for o in l]; t('del', lambda: l.__delitem__(slice(0, 3))); print(len(l) >= 2)
d = {i: C() for i in range(5)}; refs = [weakref.ref(o, lambda r: d.clear()) for o in d.values()]; t('dict', lambda: d.pop(0) and None); print(len(d)); d = {i: C() for i in range(5)}; refs = [weakref.ref(o, lambda r: d.update({9: 9})) for o in d.values()]; t('dict clear', lambda: d.clear()); print(len(d) < 3)
refs2 = []; c = C(); refs2.extend(weakref.ref(c, lambda r: refs2.clear()) for _ in range(10)); del c; print(len(refs2))
c = C(); r = [None]; r[0] = weakref.ref(c, lambda x: r.append(x())); del c; print(r[1])
def cb(r):
    import gc
    gc.collect(); x = C(); return weakref.ref(x, cb2)
def cb2(r): pass
c = C(); c.me = c; w = weakref.ref(c, cb); del c
import gc
gc.collect(); print(w())
