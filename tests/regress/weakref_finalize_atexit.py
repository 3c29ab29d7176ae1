# There was no module atexit, so weakref.finalize() failed.
import atexit
import weakref
class Thing: pass
thing = Thing()
early = weakref.finalize(thing, print, 'early', end='.\n')
print(early.alive, early.atexit)
del thing
print(early.alive)
late = Thing()
weakref.finalize(late, print, 'at exit')
silent = weakref.finalize(late, print, 'never')
silent.atexit = False
@atexit.register
def last_words(*args, **keywords): print('last', args, keywords)
atexit.register(last_words, 1, b=2)
def dropped(): print('dropped')
atexit.register(dropped)
atexit.register(print, 'printed')
atexit.unregister(dropped)
for wrong in (lambda: atexit.register(), lambda: atexit.register(5), lambda: atexit.unregister()):
    try: wrong()
    except TypeError as e: print(e)
print(atexit._ncallbacks())
