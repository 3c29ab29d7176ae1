import weakref
class C:
    def __init__(self, n=0): self.n = n
c = C()
refs = [weakref.ref(c, lambda r, i=i: print('callback', i, r())) for i in range(4)]
del c; print('dead')
c = C(); r = weakref.ref(c, lambda r: print('never')); del r; del c; print('dropped ref: silent')
class D:
    def __del__(self): print('del sees', r() is not None)
d = D(); r = weakref.ref(d, lambda x: print('callback', x is r, x())); del d
import sys
sys.unraisablehook = lambda u: print('unraisable', u.exc_type.__name__, u.exc_value)
c = C(); r = weakref.ref(c, lambda r: 1 / 0); q = weakref.ref(c, lambda: 0); del c; print('on')
c = C(); log = []; keep = [weakref.ref(c, log.append)]; del c; print(log == keep, log[0]())
c = C(); r = weakref.ref(c, lambda r: keep.clear()); keep = [weakref.ref(c, lambda r: print('second'))]; del c; print(len(keep))
class Res:
    def __del__(self): global saved; saved = self
x = Res(); r = weakref.ref(x, lambda r: print('res callback')); del x; print(r() is None or r() is saved, type(saved).__name__); del saved; print(r())
