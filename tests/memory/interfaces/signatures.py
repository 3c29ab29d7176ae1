# Names, kinds, signatures and doc strings of gc, _weakref, weakref, atexit and of sys's memory side.
import gc, sys, weakref, atexit, _weakref
names = 'getrefcount getsizeof getallocatedblocks _debugmallocstats unraisablehook __unraisablehook__ intern getrecursionlimit setrecursionlimit _getframe is_finalizing exc_info excepthook displayhook'.split()
for module in gc, _weakref, weakref, atexit:
    for name in sorted(module.__dict__ if module is not weakref else module.__all__):
        x = getattr(module, name)
        if name.startswith('__') and name != '__doc__': continue
        print(module.__name__, name, type(x).__name__ if name not in ('WeakValueDictionary', 'WeakKeyDictionary') else 'type', getattr(x, '__module__', None) if name != '__doc__' else '', getattr(x, '__qualname__', None), repr(getattr(x, '__text_signature__', None)), repr(x if name == '__doc__' else getattr(x, '__doc__', None) if callable(x) else ''))
for name in names:
    x = getattr(sys, name); print('sys', name, type(x).__name__, x.__module__, x.__qualname__, repr(x.__text_signature__), repr(x.__doc__))
for c in weakref.ref, weakref.ProxyType, weakref.CallableProxyType, weakref.WeakMethod, weakref.finalize, weakref.KeyedRef:
    print(c.__name__, [b.__name__ for b in c.__mro__], sorted(n for n in c.__dict__ if not n.startswith('_') or n.startswith('__')))
for c in weakref.WeakSet, weakref.WeakValueDictionary, weakref.WeakKeyDictionary:
    print(c.__name__, [b.__name__ for b in c.__mro__], sorted(n for n in dir(c) if not n.startswith('_') or n.startswith('__')))
