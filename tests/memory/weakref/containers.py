# WeakValueDictionary, WeakKeyDictionary and WeakSet drop an entry as soon as its object dies.
import weakref, gc
gc.disable()
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'C%s' % self.n
v = weakref.WeakValueDictionary(); a, b = C(1), C(2)
v['a'] = a; v['b'] = b; v['t'] = C(3); print(len(v), sorted(v), 'a' in v, 'x' in v, v['a'], v.get('x'), v.get('x', 5))
del a; print(len(v), list(v.items()), list(v.values()), list(v.keys()), [type(r).__name__ for r in v.valuerefs()], [r() for r in v.itervaluerefs()])
try: v['a']
except KeyError as e: print('KeyError', e)
try: v['n'] = 5
except TypeError as e: print(e)
print(v.setdefault('b', 0), v.setdefault('c', b), v.pop('c'), v.pop('z', 1), sorted(v))
try: v.pop('z')
except KeyError as e: print('KeyError', e)
c = C(4); v.update(c=c, d=b); print(sorted(v), v.copy() == v, v == {'c': c, 'd': b, 'b': b}, dict(v) == dict(v.copy()))
print(v.popitem(), len(v)); v.clear(); print(len(v))
try: v.popitem()
except KeyError as e: print(e)
w = weakref.WeakValueDictionary([('x', b)], y=c); print(sorted((w | {'z': b}).items(), key=str), sorted(({'z': b} | w).items(), key=str), type({} | w).__name__); w |= {'q': c}; print(sorted(w))
print(repr(w).startswith('<WeakValueDictionary at 0x'), hasattr(w, '__hash__') and w.__hash__)
k = weakref.WeakKeyDictionary(); a, b = C(1), C(2); k[a] = 'a'; k[b] = 'b'; k[C(3)] = 't'
print(len(k), sorted(k.items(), key=str), a in k, 5 in k, k[a], k.get(C(9), 'no'), [r() for r in k.keyrefs()], sorted(k.values()))
del a; print(len(k), list(k), list(k.keys()))
for bad in (lambda: k[5], lambda: k.get(5), lambda: k.__setitem__(5, 1), lambda: k.pop(b'x'), lambda: k[C(7)], lambda: k.__delitem__(C(8)), lambda: k.pop(C(8))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, str(e)[:50].split(' at ')[0])
print(k.setdefault(b, 0), k.pop(b), k.pop(b, 'gone'), len(k)); c = C(5); k.update({c: 1}); print(k.popitem(), len(k))
k = weakref.WeakKeyDictionary({c: 1}); print((k | {b: 2})[b], len(k)); k |= {b: 3}; print(len(k), k == {c: 1, b: 3}, k.copy() == k)
s = weakref.WeakSet(); a, b = C(1), C(2); s.add(a); s.add(b); s.add(a); s.add(C(3)); print(len(s), sorted(s, key=str), a in s, 5 in s)
t = weakref.WeakSet([b, c]); print(sorted(s | t, key=str), list(s & t), list(s - t), sorted(s ^ t, key=str), s.issubset(t), s <= s, s < s, s.isdisjoint([c]), s == {a, b}, s == weakref.WeakSet([b, a]))
s.discard(c); s.remove(b); print(list(s))
for bad in (lambda: s.remove(b), lambda: s.add(5), lambda: weakref.WeakSet().pop(), lambda: hash(s), lambda: s | 5, lambda: s.update(5)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, str(e).split(' at ')[0])
s.update([a, b, c]); s &= [a, b]; print(len(s)); s -= [b]; print(len(s)); s |= [b]; s ^= [a]; print(list(s)); del b; print(len(s), repr(s)); print(s.pop() if s else 'empty')
u = weakref.WeakSet([a]); x = u.copy(); del a; print(len(u), len(x), weakref.WeakSet[int])
