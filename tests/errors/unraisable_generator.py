def g():
    try:
        yield 1
    finally:
        raise ValueError('closing')
it = g()
next(it)
import sys
def hook(u): print('hook', u.exc_type.__name__, u.exc_value, type(u.object).__name__)
sys.unraisablehook = hook
del it
print('end')
