import gc
print(gc.isenabled(), gc.get_threshold(), gc.get_debug())
gc.disable(); print(gc.isenabled()); gc.enable(); print(gc.isenabled())
gc.set_threshold(5); print(gc.get_threshold()); gc.set_threshold(5, 6); print(gc.get_threshold()); gc.set_threshold(7, 8, 9); print(gc.get_threshold()); gc.set_threshold(700, 10, 10)
for f in (lambda: gc.set_threshold(), lambda: gc.set_threshold('a'), lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.collect('a'), lambda: gc.get_objects(3), lambda: gc.get_objects('a'), lambda: gc.set_debug('x'), lambda: gc.is_tracked(), lambda: gc.collect(1, 2), lambda: gc.collect(nope=1), lambda: gc.set_threshold(1, 2, 3, 4)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(gc.garbage, gc.callbacks, type(gc.get_count()).__name__, len(gc.get_count()), len(gc.get_stats()), sorted(gc.get_stats()[0]))
print(type(gc.collect(0)).__name__, type(gc.collect(generation=1)).__name__, gc.get_freeze_count() >= 0)
