import gc
gc.disable(); gc.collect()
class D:
    def __del__(self): print('del')
def run(name, f):
    print(name, end=': ')
    f(); n = gc.collect()
    print(n > 0)
def rec():
    d = D()
    def f(): return f, d
def gen():
    def g(l):
        d = D()
        try: yield
        finally: print('closed', end=' ')
    l = []; it = g(l); l.append(it); next(it)
def cls():
    class X:
        d = D()
def dictv():
    d = D(); m = {}; m['m'] = m; m['d'] = d
def itercycle():
    l = [D()]; l.append(iter(l))
def bound():
    d = D(); d.m = d.__del__.__func__.__get__(d)
def exc():
    d = D()
    try: raise ValueError
    except ValueError as e: x = e
def prop():
    class P: pass
    P.p = property(lambda s: P); P.d = D()
def mapz():
    l = [D()]; l.append(zip(l, map(str, l)))
def part():
    d = D(); d.f = lambda: d
def setc():
    class H: pass
    h = H(); h.s = {h, frozenset([h])}; h.d = D()
for n, f in list(globals().items()):
    if n in 'rec gen cls dictv itercycle bound exc prop mapz part setc'.split(): run(n, f)
