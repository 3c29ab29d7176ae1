import gc
gc.disable(); gc.collect()
saved = []
class R:
    def __init__(self, n): self.n = n; self.me = self; self.data = [n]
    def __del__(self): print('del', self.n); saved.append(self)
r = R('r'); other = []; other.append(other); del r, other
print(gc.collect()); print(saved[0].n, saved[0].me is saved[0], saved[0].data, gc.is_finalized(saved[0]))
saved.clear(); print(gc.collect() > 0); print(len(saved), gc.collect())
class Pair:
    def __init__(self, n): self.n = n
class Saver(Pair):
    def __del__(self): saved.append(self.partner); print('saves partner')
a, b = Saver('a'), Pair('b'); a.partner, b.partner = b, a
del a, b; gc.collect(); print(saved[0].n, saved[0].partner.n); saved.clear(); print(gc.collect() > 0)
