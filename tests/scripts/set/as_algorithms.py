def powerset(s):
    s = list(s)
    return [frozenset(s[i] for i in range(len(s)) if m >> i & 1) for m in range(1 << len(s))]
p = powerset([1, 2, 3]); print(len(p), frozenset([1, 3]) in p, sorted(sorted(x) for x in p))
seen, dup = set(), set()
for c in 'mississippi': (dup if c in seen else seen).add(c)
print(sorted(seen), sorted(dup)); a = set(range(0, 100, 3)); b = set(range(0, 100, 5)); print(len(a & b), len(a | b), len(a - b), len(a ^ b), sorted(a & b), a > set(range(0, 100, 6)), a.isdisjoint(range(1, 100, 3)))
s = set()
for i in range(1000): s.add(i * i % 101)
print(len(s), sorted(s)[:10]); s.clear(); print(s or 'empty'); u = set().union(*[{1}, {2, 3}], [4]); print(u, set.union({1}, {2}), set.intersection({1, 2}, {2, 3}, {2}))
for _ in range(3):
    for i in range(100): s.add(i)
    for i in range(100): s.discard(i)
print(len(s), {1, 2} | frozenset([3]) == frozenset([1, 2, 3]), {(): 1}.keys() & {()}, {x for x in {1, 2, 3} - {2}})
