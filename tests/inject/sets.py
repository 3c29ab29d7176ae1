s = set()
for i in range(60):
    s.add(i * 7 % 61)
s.update([100, 200], (300,))
print(s, len(s), 14 in s)
t = {i for i in range(0, 100, 3)}
print(sorted(s & t), sorted(s | t), sorted(s - t), sorted(s ^ t), s <= s | t, s.isdisjoint({999}))
s.discard(5)
s.remove(6)
s -= {1, 2, 3}
s &= set(range(50))
s ^= {7, 1000}
print(sorted(s), sorted(s.copy()), sorted(s.union([1], [2])), sorted(s.difference(t)))
f = frozenset('hello world')
print(sorted(f), hash(f) == hash(frozenset('world hello')), {f: 1}[frozenset('dehlorw ')], f == set(f))
print(sorted(map(repr, {1, 'a', 2.5, (1, 2), None, f & {'h'}})))
s.clear()
s.add(frozenset([1]))
print(s, s.pop(), set(), set('aab') == {'a', 'b'}, sorted(set([3, 1, 2]).symmetric_difference([1, 9])))
