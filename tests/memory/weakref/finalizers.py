# weakref.finalize: called once, when the object dies or by hand; detach, peek, alive, atexit.
import weakref, gc, sys
class C: pass
def work(*args, **kw): print('work', args, kw); return 'result'
c = C(); f = weakref.finalize(c, work, 1, 2, k=3)
print(f.alive, f.atexit, f.peek()[0] is c, f.peek()[1:], repr(f).split(' at ')[0], repr(f).split('; ')[1].split(' at ')[0])
print(f(), f(), f.alive, f.peek(), f.detach(), f.atexit, repr(f).split('; ')[1]); del c
c = C(); f = weakref.finalize(c, work, 'dies'); del c; print(f.alive)
c = C(); f = weakref.finalize(c, work, 'detached'); x = f.detach(); print(x[0] is c, x[1:], f.detach(), f.alive); del c, x; print('silent')
c = C(); f = weakref.finalize(c, work); f.atexit = False; print(f.atexit); f.atexit = 5; print(f.atexit); f(); f.atexit = True; print(f.atexit)
c = C(); fs = [weakref.finalize(c, print, i) for i in range(3)]; del c; print([f.alive for f in fs])
c = C(); c.me = c; f = weakref.finalize(c, print, 'cycle'); del c; print(f.alive); gc.collect(); print(f.alive)
sys.unraisablehook = lambda u: print('unraisable', u.exc_type.__name__, u.object is not None)
c = C(); f = weakref.finalize(c, lambda: 1 / 0); del c; print(f.alive)
c = C(); f = weakref.finalize(c, lambda: 1 / 0)
try: f()
except ZeroDivisionError as e: print('raised', e)
for bad in ((), (1,), (5, print), ([], print)):
    try: weakref.finalize(*bad)
    except TypeError as e: print(e)
c = C(); g = weakref.finalize(c, print, obj=1, func=2) if False else weakref.finalize(c, work, obj=1, func=2, self=3); g()
try: f.x = 1
except AttributeError as e: print(e)
class Sub(weakref.finalize): pass
s = Sub(c, print, 'sub'); print(type(s).__name__, s.alive, hasattr(s, '__dict__')); s()
