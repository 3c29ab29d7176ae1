import gc, weakref
gc.disable()
class E(Exception): pass
class Probe: pass
def g(box):
    try:
        raise E
    except E as e:
        e.box = box
        yield 1
def h(box):
    try:
        raise E(box)
    except E:
        yield 1
for make in (g, h):
    box = []
    box.append(make(box))
    next(box[0])
    p = Probe()
    box.append(p)
    w = weakref.ref(p)
    del p, box
    print(w() is None)
    gc.collect()
    print(w() is None)
