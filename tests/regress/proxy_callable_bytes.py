# weakref.CallableProxyType had __bytes__ and __reversed__, which only ProxyType has.
import weakref
class Plain:
    def __bytes__(self): return b'plain'
    def __reversed__(self): return iter('r')
class Callable(Plain):
    def __call__(self): return 1
    def __index__(self): return 3
for thing in Plain(), Callable():
    proxy = weakref.proxy(thing)
    print(type(proxy), bytes(proxy), hasattr(type(proxy), '__reversed__'))
    try: print(list(reversed(proxy)))
    except TypeError as e: print(e)
