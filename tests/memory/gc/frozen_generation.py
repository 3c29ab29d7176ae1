# freeze moves everything out of the collector's sight; unfreeze puts it into the oldest generation.
import gc, weakref
gc.disable(); gc.collect()
class C: pass
a = C(); a.me = a; r = weakref.ref(a)
print(gc.get_freeze_count()); gc.freeze(); print(gc.get_freeze_count() > 100, gc.get_count()[0] < 5)
print(any(x is a for x in gc.get_objects()), [any(x is a for x in gc.get_objects(g)) for g in range(3)], gc.is_tracked(a))
b = C(); b.me = b; print([any(x is b for x in gc.get_objects(g)) for g in range(3)]); q = weakref.ref(b); del b
del a; print(gc.collect(), r() is None, q() is None)
n = gc.get_freeze_count(); x = []; print(gc.get_freeze_count() == n); gc.freeze(); print(gc.get_freeze_count() > n)
gc.unfreeze(); print(gc.get_freeze_count(), any(o is x for o in gc.get_objects(2)), r() is None)
print(gc.collect(0), gc.collect(1), r() is None, gc.collect(), r() is None)
gc.unfreeze(); print(gc.get_freeze_count())
