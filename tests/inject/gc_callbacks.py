import gc
gc.disable()
events = []
def callback(phase, info): print(phase, info['generation'], sorted(info))
gc.collect()
gc.callbacks.append(callback)
x = []
x.append(x)
del x
gc.collect()
gc.collect(0)
gc.callbacks.remove(callback)
gc.set_debug(gc.DEBUG_SAVEALL)
y = {}
y['y'] = y
del y
gc.collect()
print(gc.garbage)
gc.set_debug(0)
gc.garbage.clear()
gc.freeze()
try: # what is left frozen is left at the end, as in CPython
    print(gc.get_freeze_count() > 0)
finally:
    gc.unfreeze()
print(gc.collect() >= 0, len(gc.get_objects(2)) >= 0, [type(o).__name__ for o in gc.get_objects() if o is events])
