import gc
gc.collect()
gens = []
def cb(phase, info):
    if phase == 'start': gens.append(info['generation'])
keep = []
gc.callbacks.append(cb)
gc.set_threshold(100, 2, 2)
for _ in range(2000): keep.append([])
gc.set_threshold(700, 10, 10)
print(gens[:8], set(gens) <= {0, 1, 2})
gens.clear(); gc.set_threshold(0)
for _ in range(3000): keep.append([])
print(gens)
gc.set_threshold(100, 1000, 1000); gc.collect(); gens.clear()
for _ in range(5000): x = []
print('balanced', gens)
for _ in range(5000): keep.append(1.5 * _)
print('atoms', gens)
gc.disable(); gc.set_threshold(50)
for _ in range(500): keep.append([])
print('disabled', gens); gc.collect(); print('explicit', gens)
gc.callbacks.clear()
