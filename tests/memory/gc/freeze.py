import gc
gc.disable(); gc.collect()
class C:
    def __del__(self): print('del')
c = C(); c.me = c
before = gc.get_freeze_count()
gc.freeze(); print(gc.get_freeze_count() > before, any(o is c for o in gc.get_objects()))
del c
print(gc.collect()); print('frozen survives')
gc.unfreeze(); print(gc.get_freeze_count(), gc.collect() > 0); print('end')
