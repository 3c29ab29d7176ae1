import gc, sys
gc.disable()
sys.unraisablehook = lambda u: print('unraisable', u.exc_type.__name__, u.exc_value)
class D:
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self): raise ValueError(self.n)
D(1); D(2); print(gc.collect() > 0)
def bad(phase, info): raise KeyError(phase)
gc.callbacks.append(bad); l = []; l.append(l); del l; print(gc.collect()); gc.callbacks.clear()
print('end')
