m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [x for r in m for x in r if x % 2], list(zip(*m)))
d = {'a': [1, 2], 'b': []}
print({k: len(v) for k, v in d.items()}, {v: k for k, vs in d.items() for v in vs}, [(k, v) for k in d for v in d[k] or ['none']])
print([[i * j for j in range(1, i + 1)] for i in range(1, 5)], {(x, y): x ^ y for x in range(2) for y in range(2)})
print(sorted({len(w): w for w in 'a bb cc ddd'.split()}.items()), {i % 3 for i in range(10)} == {0, 1, 2})
print([a for a, (b, c) in [(1, (2, 3))] if b < c], [x for x in (y for y in [z for z in range(3)])])
primes = [p for p in range(2, 50) if all(p % q for q in range(2, int(p ** .5) + 1))]
print(primes, [(a, b, c) for c in range(20) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
print(max((len(w), w) for w in 'the longest word wins'.split()), sum(x * y for x, y in zip([1, 2], [3, 4])), ''.join(c for c in 'h3ll0' if not c.isdigit()))
