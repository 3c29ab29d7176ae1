a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a.union(b, [9]), a.intersection(b, [3]), a.difference(b, [1]), a.symmetric_difference(b), a.union(), a.intersection())
print(a < b, a <= a, a < a, {1} < a, a > {1}, a >= b, a == {3, 2, 1}, a != b, a.issubset([1, 2, 3, 4]), a.issuperset([1]), a.isdisjoint([7]), a.isdisjoint(b), set() < {1}, a == frozenset(a), a == [1, 2, 3])
c = a.copy(); c.add(5); c.discard(9); c.remove(1); c.update([7], {8}, 'z'); print(sorted(c, key=str))
c -= {7}; c |= {100}; c &= {100, 2, 3}; c ^= {2, 55}; print(c)
c.intersection_update({3, 55}); c.difference_update([3]); c.symmetric_difference_update([1]); print(c); c.clear(); print(c, len(c), bool(c))
f = frozenset([1, 2]); print(f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, f - {1}, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset({1, 2})], f.copy() is f, f in {f}, {1, 2} in {f}, frozenset(f) is f)
for code in ('a.remove(99)', 'set().pop()', 'a.add([])', 'a | [1]', 'a & 5', 'a < 5', 'hash(a)', 'f.add(1)', 'a.update(5)', 'set(5)', 'set(1, 2)', 'a[0]', 'a + b', '[] in a', 'a.union(5)', 'a.remove([])', 'a.discard({})', 'a - [1]', 'frozenset([[]])', 'a.issubset(5)'):
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
f2 = f; f |= {9}; print(f, f2, f2 is f)
class S(set): pass
s = S([1]); print(s, S(), type(s | {2}).__name__, type(s.copy()).__name__, s == {1}, repr(S('a')))
d = set(); d.add(1); d.add(1.0); d.add(True); print(d, 1.0 in d, len(d))
