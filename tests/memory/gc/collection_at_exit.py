# not in: stress
# After the atexit functions garbage is collected while all modules are still there; the callbacks
# see that, and sys.is_finalizing() is true.
import gc, sys
def cb(p, i, w=sys.stderr.write, f=sys.is_finalizing): w('%s %s %s\n' % (p, sorted(i.items())[2], f()))
gc.callbacks.append(cb)
class D:
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self): print('del', self.n, 'glob' in globals(), sys and sys.is_finalizing(), file=sys.stderr)
glob = 5
D('garbage')
d = D('d')
print('end')
