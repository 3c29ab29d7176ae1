# atexit: register also as a decorator, unregister by equality, errors in functions are reported.
import atexit, sys
print(atexit._ncallbacks())
@atexit.register
def decorated(): print('decorated')
print(decorated.__name__, atexit._ncallbacks())
print(atexit.register(print, 'with arguments', sep='-', end='!\n') is print)
class Eq:
    def __init__(self, n): self.n = n
    def __eq__(self, other): print('eq', self.n, type(other).__name__); return isinstance(other, Eq) and other.n == self.n
    def __call__(self, *a): print('called', self.n, *a)
atexit.register(Eq(1), 'x'); atexit.register(Eq(2)); atexit.register(Eq(1)); print(atexit._ncallbacks())
atexit.unregister(Eq(1)); print(atexit._ncallbacks()); atexit.unregister(print); print(atexit._ncallbacks()); atexit.unregister(5); atexit.unregister(None)
class Bad:
    def __eq__(self, other): raise KeyError('eq')
    def __call__(self): pass
atexit.register(Bad())
try: atexit.unregister(len)
except KeyError as e: print('KeyError', e)
for bad in (lambda: atexit.register(), lambda: atexit.register(5), lambda: atexit.register(None, 1), lambda: atexit.unregister(), lambda: atexit.unregister(1, 2), lambda: atexit.register(func=print)):
    try: print(bad())
    except TypeError as e: print(e)
atexit._clear(); print(atexit._ncallbacks())
def fails(): raise ValueError('in exit function')
def exits(): raise SystemExit(5)
def nested(): print('nested'); atexit.register(print, 'never called')
atexit.register(print, 'first'); atexit.register(fails); atexit.register(exits); atexit.register(nested); atexit.register(print, 'last', end='.\n')
sys.unraisablehook = lambda u: print('unraisable', u.exc_type.__name__, u.exc_value, u.err_msg, getattr(u.object, '__name__', u.object))
atexit._run_exitfuncs(); print(atexit._ncallbacks())
def again(n): print('again', n); n and again_register(n - 1)
def again_register(n): atexit.register(again, n)
atexit.register(again, 1); atexit._run_exitfuncs(); print(atexit._ncallbacks())
atexit.register(lambda: atexit.unregister(late)); late = atexit.register(lambda: print('late runs first'))
sys.unraisablehook = sys.__unraisablehook__
atexit.register(fails); atexit.register(print, 'at the end')
print('end')
