# get_referents names direct references alone; get_referrers finds tracked containers alone. An instance
# is its attribute's referrer until its __dict__ was read, then the dict is.
import gc
gc.disable()
class C: pass
class S: __slots__ = 'a', 'b'
target = ['target']
def kinds(*objects): return sorted(type(x).__name__ for x in gc.get_referrers(*objects) if x is not globals())
print(kinds(target))
l = [target]; d = {'k': target}; s = S(); s.a = target; c = C(); c.x = target
print(kinds(target)); c.__dict__; print(kinds(target), any(x is c.__dict__ for x in gc.get_referrers(target)))
t = (target,); print(kinds(target))
atom = 'an atom ' + str(1); u = (atom,); v = [atom]; print(kinds(atom)); gc.collect(); print(kinds(atom), gc.is_tracked(u))
def f(x=target): return lambda: x
g = f(); print(kinds(target))
m = target.append; it = iter(target); print(kinds(target))
print(gc.get_referrers(), gc.get_referents(), gc.get_referents(1, 'x', None, 2.5))
def names(x): return sorted(type(y).__name__ for y in gc.get_referents(x))
print(names([1, 'a', target]), names({'k': target, 2: 3}), names((1, (2,))), names({1, 2}), names(c), names(C()), names(s), names(it), names(m), names(range(5)), names(slice(1, 2, 3)))
print(names(C().__init__), names(property(f)), names(ValueError(1, target)), names(zip([1], 'a')), names(map(len, [])), names(reversed(l)), names(enumerate(l)), names({}.items()), names(frozenset([1])))
print(gc.get_referents([1], [2], (3,)), gc.get_referents({}, [], ()))
class K(C): pass
k = K(); print(C in gc.get_referents(K), K in gc.get_referents(k), object in gc.get_referents(C), any(type(x) is tuple for x in gc.get_referents(K)))
