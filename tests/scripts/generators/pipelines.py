def integers():
    n = 0
    while True:
        yield n
        n += 1
def take(n, it):
    for _ in range(n):
        try:
            yield next(it)
        except StopIteration:
            return
def squares(it):
    for x in it: yield x * x
def primes():
    found = []
    for n in integers():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n
print(list(take(5, squares(integers()))))
print(list(take(15, primes())))
print(list(take(5, iter('ab'))))
def averager():
    total = n = 0
    avg = None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n
a = averager()
next(a)
print([a.send(x) for x in (10, 20, 60)])
def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x,) + rest
print([''.join(p) for p in permutations('abc')])
def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for c in range(n):
        if all(c != p and abs(c - p) != len(placed) - i for i, p in enumerate(placed)):
            yield from queens(n, placed + (c,))
print(len(list(queens(6))), next(queens(8)))
