import gc
class N:
    def __init__(self): self.links = []
nodes = [N() for _ in range(20000)]
for i, n in enumerate(nodes): n.links.extend([nodes[(i * 7 + 1) % 20000], nodes[(i * 13 + 5) % 20000]])
gc.collect()
gc.disable()
del n
half = nodes[0]
nodes = None
print(gc.collect() >= 0)
seen = set(); stack = [half]
while stack:
    x = stack.pop()
    if id(x) not in seen: seen.add(id(x)); stack.extend(x.links)
print(len(seen) > 100)
del half, x, stack
print(gc.collect() > 1000)
