import gc, weakref
gc.disable()
class D:
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self): print('del', self.n, 'ref is', self.ref() if hasattr(self, 'ref') else None)
d = D('cyclic'); r = weakref.ref(d, lambda r: print('callback', r())); d.ref = weakref.ref(d)
del d; print(gc.collect() > 0)
d = D('trash ref'); d.r = weakref.ref(d, lambda r: print('never')); del d; gc.collect(); print('end')
class P:
    def __del__(self): print('plain del', r2() is not None)
p = P(); r2 = weakref.ref(p, lambda r: print('plain callback')); del p; print(r2())
