import gc
class Node:
    def __init__(self, name): self.name, self.links = name, []
    def __del__(self): dead.append(self.name)
dead = []
gc.collect()
gc.disable()
for i in range(20):
    a, b = Node(i), Node(-i)
    a.links.append(b)
    b.links.append(a)
del a, b
n = gc.collect()
gc.enable()
print(n >= 40, len(dead) > 30)
cycles = []
for i in range(50):
    d = {'self': None}
    d['self'] = d
    l = [d, (d, )]
    l.append(l)
    cycles.append(l)
cycles.clear()
del d, l
print(gc.collect() > 50, gc.garbage, gc.isenabled(), gc.get_threshold())
gc.set_threshold(5, 2, 2)
for i in range(100):
    x = [i]
    x.append(x)
gc.set_threshold(700, 10, 10)
def f():
    def g(): return g
    return g
for i in range(10): f()
try:
    raise ValueError
except ValueError as e:
    kept = e
    e.me = e
del kept
gc.collect()
print(len(gc.get_referents([1, [2]])), gc.is_tracked([]), len(gc.get_referrers(dead)) > 0, gc.get_count()[0] >= 0)
class Cycle:
    pass
Cycle.me = Cycle
del Cycle
print(gc.collect() > 0, len(gc.get_stats()), gc.is_tracked((1, 2)))
