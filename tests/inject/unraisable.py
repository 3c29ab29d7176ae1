import weakref, gc
class Bad:
    def __del__(self): raise ValueError('in del ' + 'x' * 5)
def bad_callback(r): raise KeyError('in callback')
Bad()
class T: pass
t = T()
r = weakref.ref(t, bad_callback)
del t
def gen():
    try:
        yield
    finally:
        raise RuntimeError('in close')
g = gen()
next(g)
del g
b = Bad()
b.me = b
del b
gc.collect()
print('done')
