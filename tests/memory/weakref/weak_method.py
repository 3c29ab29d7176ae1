# A WeakMethod lives as long as object and function do; a plain reference to a bound method is dead at once.
import weakref, gc
class C:
    def m(self, x=1): return 'm', x
    def n(self): return 'n'
    def __eq__(self, other): return True
    def __hash__(self): return 5
c = C(); plain = weakref.ref(c.m); print(plain())
r = weakref.WeakMethod(c.m); print(r()(2), r() == c.m, type(r).__name__, repr(r).startswith('<weakref at 0x') or repr(r).startswith('<WeakMethod'))
log = []; q = weakref.WeakMethod(c.m, lambda x: log.append(x is q)); other = C(); s = weakref.WeakMethod(other.m); n = weakref.WeakMethod(c.n)
print(r == q, r == s, r != n, r == n, hash(r) == hash(q), r == 5, len({r, q, s, n}), r != q)
try: r < q
except TypeError as e: print(e)
del c; print(r(), q(), log, r == q, r == r, r != r, hash(r) == hash(r), s() is not None)
class D: pass
d = D(); d.f = C.m.__get__(d); w = weakref.WeakMethod(d.f); del d.f; print(w() is not None); del d; gc.collect(); print(w())
class E: pass
def f(self): return 'f'
E.f = f; e = E(); log.clear(); w = weakref.WeakMethod(e.f, lambda x: log.append('dead')); del E.f, f; gc.collect(); print(w(), log); del e; print(log)
for bad in (5, len, C.m, 'x', None, [].append):
    try: weakref.WeakMethod(bad)
    except TypeError as e: print(e)
class F:
    @classmethod
    def k(cls): return cls.__name__
w = weakref.WeakMethod(F.k); print(w()())
