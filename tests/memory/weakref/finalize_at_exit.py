# At exit finalizers run newest first, unless atexit is False; errors are shown, the rest goes on; one
# may make another.
import weakref, atexit, sys
class C: pass
sys.excepthook = lambda kind, value, traceback: print('shown:', kind.__name__, value)
c = C(); d = C()
atexit.register(print, 'atexit before')
weakref.finalize(c, print, 'first')
weakref.finalize(d, print, 'other object')
f = weakref.finalize(c, print, 'never'); f.atexit = False
def more(): print('more'); weakref.finalize(c, print, 'made at exit')
weakref.finalize(c, more)
def bad(): raise ValueError('in finalizer')
weakref.finalize(c, bad)
weakref.finalize(c, lambda: d.__dict__.update(x=1) or print('last made', f.alive))
atexit.register(print, 'atexit after')
class Late:
    def __del__(self, finalize=weakref.finalize, print=print): print('late', finalize(self.__class__, print, 'too late').alive)
late = Late()
print('end')
