# not in: stress
# Finalizers of one dead cycle run in the order in which the objects were made, though their blocks were
# used before, in another order.
import gc
gc.disable(); gc.collect()
class D:
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self): print(self.n, end=' ')
class E:
    def __init__(self): self.me = None; self.x = None
for steps in ([4, 2, 0, 1, 3], [0, 1, 2, 3, 4], [3, 3, 0, 0, 0]):
    places = [E() for _ in range(10)]
    for step in steps: del places[step]
    del places[:]
    for i in range(10): D(i)
    print(gc.collect())
for _ in range(3):
    x = [E() for _ in range(5)]; x = None
    d = [D('a'), D('b'), D('c')]; d.append(d); x = [E() for _ in range(5)]; x = None; e = D('d'); d = e = None
    print(gc.collect())
