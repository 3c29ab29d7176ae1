# differs: an instance that got more attributes than its class has room for, or lost one, keeps them in
# a dict, which counts as an object of its own; the class learns, so that the next instance has the room
import gc
gc.disable(); gc.collect()
class C: pass
def make():
    c = C()
    for i in range(20): setattr(c, 'n%d' % i, i)
    c.me = c
for _ in range(3): make(); print(gc.collect())
def deleted():
    d = C(); d.x = 1; d.y = 2; d.me = d; del d.x
for _ in range(3): deleted(); print(gc.collect())
class H:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n); self.other.seen = True
a, b = H(1), H(2); a.other, b.other = b, a; del a, b
print(gc.collect(), gc.collect())  # the new dicts hold them: what is left goes one collection later
a, b = H(3), H(4); a.other, b.other = b, a; del a, b
print(gc.collect(), gc.collect())
