# A finalizer that saves its object keeps what it reaches, too; other trash of the same run dies.
import gc, weakref
gc.disable(); gc.collect()
saved = []
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n); saved.append(self)
class Plain: pass
def make(): 
    r = R('a'); p = Plain(); r.p = p; p.r = r; p.list = [p]
    refs.append(weakref.ref(p)); refs.append(weakref.ref(r))
refs = []
make(); print(gc.collect()); print([ref() is None for ref in refs], saved[0].p.list[0] is saved[0].p, gc.is_finalized(saved[0]), gc.is_finalized(saved[0].p))
make(); q = Plain(); q.me = q; del q; print(gc.collect())
print(len(saved)); saved.clear(); print(gc.collect(), len(saved), gc.garbage)
class Half:
    def __init__(self, n): self.n = n
    def __del__(self): print('half', self.n); self.other.n += 10
a, b = Half(1), Half(2); a.other, b.other = b, a; del a, b; print(gc.collect())
class Late:
    def __del__(self): saved.append(weakref.ref(self)); print('late', self.me is self)
l = Late(); l.me = l; del l; print(gc.collect(), saved[0]())
