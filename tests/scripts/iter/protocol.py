class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), [*Count(2)], sum(Count(5)), max(Count(4)), dict(zip('abc', Count(3))), 2 in Count(5), 9 in Count(5), sorted(Count(3)))
a, b, c = Count(3); print(a, b, c)
class NoNext:
    def __iter__(self): return 5
class Old:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 2
class Bad:
    def __iter__(self): raise ValueError('iter fails')
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise KeyError('next fails')
class StopOld:
    def __getitem__(self, i): raise StopIteration
print(list(Old()), list(StopOld()), [x for x in Old()])
for f in (lambda: iter(NoNext()), lambda: list(Bad()), lambda: list(BadNext()), lambda: iter(5), lambda: next(5), lambda: next([]), lambda: iter(None), lambda: list(int), lambda: iter(5, 6), lambda: next(iter([])), lambda: [*5], lambda: iter()):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
calls = iter([1, 2, 3, 'stop', 4])
print(list(iter(lambda: next(calls), 'stop')), next(calls), type(iter(int, 1)).__name__)
it = iter([1, 2, 3]); print(iter(it) is it, next(it), list(it), next(it, 'd'), next(it, None))
for x in iter('ab'):
    for y in iter('cd'): print(x + y, end=' ')
print()
it = iter(range(6)); print([(x, next(it)) for x in it])
it = iter('abc'); print(list(zip(it, it)), list(it))
for t in ([], (), '', {}, set(), range(0), b'', {}.items(), iter([]), reversed([]), zip(), map(str, []), filter(None, []), enumerate([]), bytearray(), {}.keys(), {}.values(), reversed({}), frozenset()):
    print(type(iter(t)).__name__, end=' ')
print()
