class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
class Seq:
    def __getitem__(self, i):
        if i > 4:
            raise IndexError(i)
        return i * 2
    def __len__(self): return 5
print(list(Count(5)), list(Seq()), list(reversed(Seq())), sum(Count(10)), max(Count(4)), tuple(Seq()))
print(list(zip(range(3), 'abc', Count(9))), list(enumerate('xy', 5)), list(map(lambda a, b: a + b, [1, 2], [3, 4])))
print(list(iter(iter([1, 2, 3, 4]).__next__, 3)), any(Count(3)), all(Count(3)), sorted(Count(4)))
r = range(0, 100, 7)
print(r, r[3], r[2:5], len(r), list(r), list(reversed(r)), 14 in r, r.index(21), range(10 ** 20, 10 ** 20 + 2)[1])
s = slice(1, 10, 2)
print(s, s.indices(6), 'abcdefghij'[s], [*range(20)][s], slice(None).start)
print([x * y for x in range(4) for y in range(4) if x != y], {x: {y for y in range(x)} for x in range(4)})
print(list(x for x in (y * 2 for y in range(5))), next(iter([]), 'none'), list(filter(lambda x: x % 2, range(9))))
it = iter({1: 2, 3: 4}.items())
print(next(it), it.__length_hint__(), list(it), ''.join(c for c in 'abc'), dict(zip('ab', [1, 2])))
