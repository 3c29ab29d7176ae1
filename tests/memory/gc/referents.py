import gc
a, b = object(), object()
def names(x): return [type(r).__name__ for r in gc.get_referents(x)]
print(gc.get_referents([a, b]) == [a, b] or gc.get_referents([a, b]) == [b, a], names((1, 'x', [])) in (['int', 'str', 'list'], ['list', 'str', 'int']), gc.get_referents(5, 'a'), gc.get_referents(), names({'k': 1}))
class C: pass
c = C(); c.x = a
r = gc.get_referents(c); print(any(o is a or isinstance(o, dict) for o in r), C in r)
l = [a]; t = (l,); d = {'q': l}
refs = gc.get_referrers(l); print(any(x is t for x in refs), any(x is d for x in refs), any(x is globals() for x in refs))
print(any(x is l for x in gc.get_referrers(a)))
def f(): return a
print(any(x is globals() for x in gc.get_referents(f)))
s = {a}; print(gc.get_referents(s) == [a]); it = iter(l); print(gc.get_referents(it) == [l])
m = c.__init__
print(len(gc.get_referents(l, s)))
