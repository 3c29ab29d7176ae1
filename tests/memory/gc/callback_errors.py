# An exception in a callback is reported and the collection goes on; the list may change meanwhile.
import gc
gc.disable(); gc.collect()
def bad(phase, info): raise KeyError(phase)
def good(phase, info): print(phase, info['generation'], info['collected'], info['uncollectable'], len(info))
gc.callbacks[:] = [bad, good]
l = []; l.append(l); del l
print(gc.collect())
gc.callbacks[:] = [None, good]; print(gc.collect(0))
gc.callbacks[:] = [lambda: 0, good]; print(gc.collect(1))
def once(phase, info): print('once', phase); gc.callbacks.remove(once)
gc.callbacks[:] = [once, good, good]; gc.collect()
def clearing(phase, info): gc.callbacks.clear(); print('cleared')
gc.callbacks[:] = [clearing, good]; gc.collect(); gc.collect()
def changing(phase, info): info.clear(); info['generation'] = 'changed'
gc.callbacks[:] = [changing, lambda p, i: print(p, i)]; gc.collect()
gc.callbacks[:] = [lambda p, i: print(p, gc.collect())]; gc.collect()
gc.callbacks.clear()
saved = gc.callbacks; gc.callbacks = [good]; print(gc.collect()); saved.append(good); gc.collect(); saved.clear()
