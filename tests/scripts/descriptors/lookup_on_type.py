class C:
    def __len__(self): return 1
    def __call__(self): return 'class call'
c = C()
c.__len__ = lambda: 99
c.__call__ = lambda: 'instance call'
print(len(c), c.__len__(), c(), c.__call__())
class Desc:
    def __get__(self, obj, owner): return lambda *a: ('via desc', a)
class D:
    __getitem__ = Desc()
    __add__ = Desc()
print(D()[5], D() + 1)
class E: pass
E.__len__ = lambda self: 42
print(len(E()))
del E.__len__
try:
    len(E())
except TypeError as e:
    print(e)
class F:
    __iter__ = None
    __hash__ = None
    __contains__ = None
for f in (iter, hash, lambda x: 1 in x):
    try:
        f(F())
    except TypeError as e:
        print(e)
class G:
    def __getattr__(self, name):
        if name == '__len__': return lambda: 7
        raise AttributeError(name)
try:
    len(G())
except TypeError as e:
    print(e)
