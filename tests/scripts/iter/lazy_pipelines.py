def count(n=0):
    while True: yield n; n += 1
def take(n, it): return [x for _, x in zip(range(n), it)]
def chain(*its):
    for it in its: yield from it
def cycle(it):
    saved = list(it)
    while saved: yield from saved
def pairwise(it):
    it = iter(it); a = next(it, None)
    for b in it: yield a, b; a = b
def groups(it, key):
    cur = object; out = []
    for x in it:
        k = key(x)
        if k != cur:
            if out: yield cur, out
            cur, out = k, []
        out.append(x)
    if out: yield cur, out
def product(*its):
    if not its: yield (); return
    for x in its[0]:
        for r in product(*its[1:]): yield (x,) + r
print(take(5, count(3)), list(chain('ab', [1], {})), take(5, cycle('xy')), list(pairwise([1, 2, 3])), list(groups([1, 1, 2, 3, 3], lambda x: x)), list(product('ab', [1, 2])))
def reduce(f, it, *init):
    it = iter(it); acc = init[0] if init else next(it)
    for x in it: acc = f(acc, x)
    return acc
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 9, 2]), take(10, filter(lambda n: n % 7 == 0, count())), take(3, map(lambda a, b: a - b, count(10), count())), next(x for x in count() if x * x > 200))
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))), sum(Tree(5, Tree(6))), 3 in Tree(1, Tree(3)))
