import gc
def f(): pass
class C: pass
class S: __slots__ = ()
for x in (1, 'a', 1.5, None, True, b'b', 1j, range(3), slice(1), len, ..., NotImplemented): print(type(x).__name__, gc.is_tracked(x), end='; ')
print()
for x in ([], set(), f, C, C(), (i for i in ()), C().__init__, iter([]), frozenset([1]), gc, zip(), map(str, []), type, ValueError(), {'a': []}, property(), staticmethod(f), C.__init__): print(type(x).__name__, gc.is_tracked(x), end='; ')
print()
print(gc.is_tracked({}), gc.is_tracked({1: 2}), gc.is_tracked({'a': 'b'}), gc.is_tracked(()))
d = {1: 2}; d['l'] = []; print(gc.is_tracked(d)); del d['l']; print(gc.is_tracked(d)); gc.collect(); print(gc.is_tracked(d)); d['t'] = (); print(gc.is_tracked(d)); d['x'] = {}; print(gc.is_tracked(d))
t = tuple([1, 'a']); print(gc.is_tracked(t)); gc.collect(); print(gc.is_tracked(t)); u = tuple([1, []]); gc.collect(); print(gc.is_tracked(u))
n = tuple([tuple([1])]); print(gc.is_tracked(n), gc.is_tracked(n[0])); gc.collect(); gc.collect(); print(gc.is_tracked(n), gc.is_tracked(n[0]))
