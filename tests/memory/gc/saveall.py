import gc
gc.disable(); gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
class C: pass
c = C(); c.me = c; c.n = 5; del c
print(gc.collect()); print(len(gc.garbage), [type(x).__name__ for x in gc.garbage if isinstance(x, C)], gc.garbage[0].n)
gc.set_debug(0); gc.garbage.clear(); print(gc.collect() > 0, gc.garbage)
