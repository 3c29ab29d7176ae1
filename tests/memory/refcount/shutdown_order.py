# At exit: atexit functions, last registered first, weakref.finalize among them; then the globals; then
# a last collection, which still runs the finalizers of cycles.
import atexit, weakref
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
atexit.register(print, 'first registered')
a = D('a')
weakref.finalize(a, print, 'finalize 1'); weakref.finalize(a, print, 'finalize 2')
f = weakref.finalize(a, print, 'skipped'); f.atexit = False
atexit.register(print, 'last registered')
cycle = D('cycle'); cycle.me = cycle
_under = D('_under')
b = [D('in list'), D('in list 2')]
holder = D('holder'); holder.held = D('held')
def last(): print('function', a.n, b[0].n, _under.n)
atexit.register(last)
print('end of script')
