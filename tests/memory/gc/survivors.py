import gc, sys
gc.disable(); gc.collect()
class N: pass
root = N(); root.l = [N() for _ in range(5)]
for n in root.l: n.up = root
counts = [sys.getrefcount(n) for n in root.l] + [sys.getrefcount(root)]
for g in (0, 1, 2, 2): gc.collect(g)
print(counts == [sys.getrefcount(n) for n in root.l] + [sys.getrefcount(root)])
inner = root.l[2]; del root, n; print(gc.collect(), len(inner.up.l)); inner = None; print(gc.collect() > 0)
t = ([],); t[0].append(t); print(sys.getrefcount(t)); gc.collect(); print(sys.getrefcount(t), t[0][0] is t)
held = []
def gen():
    x = [held]
    x.append(x)
    yield x
it = gen(); v = next(it); del v; gc.collect(); print(it.gi_frame.f_locals['x'][1] is it.gi_frame.f_locals['x'])
it.close(); print(gc.collect() > 0)
