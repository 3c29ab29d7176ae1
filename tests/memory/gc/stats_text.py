# The text of DEBUG_STATS and DEBUG_COLLECTABLE; numbers of objects and times are cut out here.
import gc, sys
lines = []
class Stream:
    def write(self, text): lines.append(text)
    def flush(self): pass
gc.disable(); gc.collect()
class N: pass
old = sys.stderr; sys.stderr = Stream()
gc.set_debug(gc.DEBUG_STATS | gc.DEBUG_COLLECTABLE)
n = N(); n.me = n; l = []; l.append(l); del n, l
gc.collect()
gc.collect(0); gc.collect(1)
gc.set_debug(gc.DEBUG_STATS)
l = []; l.append(l); del l; gc.collect(1)
gc.set_debug(0); sys.stderr = old
for line in ''.join(lines).splitlines():
    words = line.split()
    if 'each' in words: words = [w if not w.isdigit() else 'N' for w in words]
    if words[-1] == 'elapsed': words[-2] = 'T' if words[-2].endswith('s') and len(words[-2].split('.')[1]) == 5 else words[-2]
    print(' '.join('0x' if w.startswith('0x') else w for w in words))
