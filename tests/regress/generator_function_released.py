# A finished generator kept its function, so that a closed cycle through its closure stayed garbage.
import gc
gc.disable()
gc.collect()
def cycle():
    def generator():
        yield it
    it = generator()
    next(it)
cycle()
print(gc.collect())
class Value: pass
import weakref
def make():
    value = Value()
    def generator():
        yield value
    return generator(), weakref.ref(value)
it, ref = make()
for v in it: del v
print(ref(), next(it, 'end'))
it, ref = make()
it.close()
print(ref())
