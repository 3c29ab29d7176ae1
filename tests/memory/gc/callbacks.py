import gc
gc.disable(); gc.collect()
log = []
def cb(phase, info): log.append((phase, sorted(info.items())))
gc.callbacks.append(cb)
l = []; l.append(l); del l
gc.collect(); print(log); log.clear()
gc.collect(0); print(log); log.clear()
gc.collect(1); print(log); log.clear()
gc.callbacks.append(lambda p, i: log.append(p)); gc.collect(); print(log[1], len(log))
gc.callbacks.remove(cb); log.clear(); gc.collect(); print(log); gc.callbacks.clear()
s = gc.get_stats()[2]
l = []; l.append(l); del l; gc.collect()
t = gc.get_stats()[2]
print({k: t[k] - s[k] for k in s})
