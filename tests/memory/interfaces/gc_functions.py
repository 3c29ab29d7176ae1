# not in: stress
# Module gc: collect, debug flags, thresholds, garbage, callbacks as plain lists, statistics.
import gc
gc.disable(); gc.collect()
before = gc.get_stats()
class C: pass
c = C(); c.me = c; del c; gc.collect()
after = gc.get_stats()
print([{k: a[k] - b[k] for k in a} for a, b in zip(after, before)], gc.get_stats() is gc.get_stats(), [list(s) for s in after])
gc.collect(0); gc.collect(1); last = gc.get_stats(); print([a['collections'] - b['collections'] for a, b in zip(last, after)])
for flag in (0, 1, 2, 4, 32, 38, 63, 1 << 20, -1): gc.set_debug(0); print(flag, gc.set_debug(flag if flag & ~38 == 0 else flag & ~1), gc.get_debug())
gc.set_debug(gc.DEBUG_SAVEALL)
c = C(); c.me = c; c.leaf = [1]; del c; print(gc.collect(), len(gc.garbage), [type(x).__name__ for x in gc.garbage]); gc.set_debug(0)
x = gc.garbage; gc.garbage = []; x.clear(); gc.garbage = x; print(gc.collect(), gc.garbage, x is gc.garbage)
gc.set_threshold(5, 6, 7); print(gc.get_threshold()); gc.set_threshold(0); print(gc.get_threshold()); gc.set_threshold(-1, -2, -3); print(gc.get_threshold()); gc.set_threshold(700, 10, 10)
l = gc.get_objects(); print(any(x is l for x in l), any(x is l for x in gc.get_objects()), type(l).__name__, any(type(x) in (int, str, float, bytes) for x in l))
print(len(gc.get_objects(0)) + len(gc.get_objects(1)) + len(gc.get_objects(2)) <= len(gc.get_objects()) + 5, gc.get_objects(generation=None) != [], gc.get_objects(-1) != [] if False else '')
print(gc.is_finalized(C()), gc.is_finalized(5), gc.is_tracked(gc.callbacks), gc.isenabled(), gc.enable(), gc.isenabled(), gc.disable())
print(gc.get_count()[1:], gc.collect(), gc.get_count()[0] < 20)
def f():
    class X: pass
    x = X(); x.x = X
    def g(): return g, x
    return g
f(); print(gc.collect() > 5, gc.collect())
