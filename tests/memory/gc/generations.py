import gc
gc.disable(); gc.collect()
class C: pass
c = C()
def where(): return [g for g in range(3) if any(o is c for o in gc.get_objects(generation=g))]
print(where()); gc.collect(0); print(where()); gc.collect(0); print(where()); gc.collect(1); print(where()); gc.collect(); print(where())
print(any(o is c for o in gc.get_objects()), any(o is c for o in gc.get_objects(None)), any(type(o) is int for o in gc.get_objects()))
a = C(); a.me = a; gc.collect(0); del a
print(gc.collect(0), gc.collect(1), gc.collect(2))
a = C(); a.me = a; gc.collect(); del a
print(gc.collect(0), gc.collect(1), gc.collect(2))
young = C(); print(any(o is young for o in gc.get_objects(0))); gc.collect(2); print(any(o is young for o in gc.get_objects(2)))
