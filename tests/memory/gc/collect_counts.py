import gc
gc.disable(); gc.collect()
class C: pass
def count(make):
    make()
    return gc.collect()
def selflist(): l = []; l.append(l)
def pair(): a, b = C(), C(); a.o, b.o = b, a
def leaf(): a = C(); a.me = a; a.leaf = [1]
def selfdict(): d = {}; d['d'] = d
def tuple_cycle(): l = []; t = (l,); l.append(t)
def selfset():
    class K(C): pass
    k = C(); k.s = {k}
def ring():
    nodes = [C() for _ in range(10)]
    for i, n in enumerate(nodes): n.next = nodes[i - 1]
def method(): c = C(); c.m = c.__init__
def closure():
    def f(): return f
def gen():
    def g():
        yield it
    it = g(); next(it)
def exc():
    try: 1 / 0
    except ZeroDivisionError as e: saved = e
def nothing(): a = [1, [2, {}]]
def hangers():
    l = [[i] for i in range(5)]; l.append(l)
for f in (selflist, pair, leaf, selfdict, tuple_cycle, ring, nothing, hangers, method, selfset): print(f.__name__, count(f) if f not in (selfset, method) else count(f) > 0)
for f in (closure, gen, exc): print(f.__name__, count(f) > 0, gc.collect())
def dropped_class():
    class X: pass
print(count(dropped_class) > 0, gc.collect())
