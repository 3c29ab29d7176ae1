# Tuples and dicts of atoms leave the collector's sight when it meets them; nested ones from the inside.
import gc
gc.disable(); gc.collect()
def tracked(*objects): return [gc.is_tracked(x) for x in objects]
t = tuple([1, 'a', None]); print(tracked(t)); gc.collect(0); print(tracked(t))
t = tuple([1, []]); gc.collect(); print(tracked(t))
inner = tuple([1]); outer = tuple([inner]); most = tuple([outer, 'x']); print(tracked(inner, outer, most))
for _ in range(4): gc.collect(); print(tracked(inner, outer, most))
d = {}; print(tracked(d)); d['a'] = 1; print(tracked(d)); d['b'] = []; print(tracked(d)); del d['b']; print(tracked(d)); gc.collect(0); print(tracked(d))
gc.collect(1); gc.collect(2); print(tracked(d)); d['c'] = (1,); print(tracked(d)); gc.collect(); print(tracked(d))
d = {'x': object()}; print(tracked(d)); d = {'x': print}; print(tracked(d)); d = dict(a=1, b='x'); print(tracked(d)); d = dict([(1, 2)]); print(tracked(d)); d = {i: i for i in range(3)}; print(tracked(d))
d = {(1, 2): 3}; print(tracked(d)); d = {'k': {}}; print(tracked(d)); gc.collect(); print(tracked(d)); gc.collect(); print(tracked(d))
d = {1: 2}.copy(); print(tracked(d)); d = {1: []}.copy(); print(tracked(d)); d = {**{1: 2}}; print(tracked(d)); d = {1: 2} | {3: 4}; print(tracked(d)); d = dict.fromkeys('ab'); print(tracked(d)); d = dict.fromkeys('ab', []); print(tracked(d))
class D(dict): pass
class T(tuple): pass
print(tracked(D(), D(a=1), T(), T((1, 2)))); gc.collect(); x = D(a=1), T((1,)); gc.collect(); print(tracked(*x))
for x in ((1, 2, 3), (), ((1, 2), 3), 'x', tuple('ab'), tuple([]), [], [1], set(), frozenset(), frozenset([1]), range(3), slice(1, 2), {}.keys(), iter(()), iter('a'), iter(range(2)), iter({}), reversed([]), enumerate([]), zip(), map(id, []), filter(None, []), object(), type, len, [].append, 'a'.join, (lambda: 0), (i for i in ()), property(), classmethod(len), staticmethod(len), super, gc, ValueError(), ValueError, StopIteration(1), 10 ** 30, 1j, b'x', bytearray(b'x'), True, NotImplemented, int.__add__, str.join, int.real, dict.fromkeys, object.__init__, (1).__add__, type(gc).__dict__, memoryview if False else None, list[int], int | str):
    print(type(x).__name__, gc.is_tracked(x), end='; ')
print()
