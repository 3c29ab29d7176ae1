# not in: stress
# Frees balance allocations: objects that die at once never lead to a collection.
import gc
runs = []
gc.callbacks.append(lambda phase, info: runs.append(phase))
gc.collect(); runs.clear()
for _ in range(100000): x = []
for _ in range(100000): x = {}, [], set()
def f(): return [1], [2]
for _ in range(50000): f()
class C: pass
for _ in range(50000): C().x = []
print(runs)
before = gc.get_count()[0]; x = [float(i) for i in range(5000)]; y = [str(i) for i in range(5000)]; after = gc.get_count()[0]
print(after - before < 10, runs)
