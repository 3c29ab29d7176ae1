import gc
gc.disable()
gc.collect()
a = []
a.append(a)
gc.freeze()
gc.unfreeze()
print(any(x is a for x in gc.get_objects(0)), any(x is a for x in gc.get_objects(1)), any(x is a for x in gc.get_objects(2)))
del a
print(gc.collect(0), gc.collect(1), gc.collect(2) > 0)
