# What each iterator gives, and how it goes on after its end.
import operator
from itertools import *


def show(text, iterator, limit=12):
    items = [item for item, i in zip(iterator, range(limit))]
    print(text, items)


show('accumulate', accumulate([1, 2, 3, 4]))
show('accumulate', accumulate('abc', initial='x'))
show('accumulate', accumulate([3, 1, 4, 1, 5], max))
show('accumulate', accumulate([], initial=7))
show('accumulate', accumulate([2, 3], operator.mul, initial=10))
show('chain', chain('ab', [], (1, 2), {3: 4}))
show('chain', chain())
show('from_iterable', chain.from_iterable(['ab', 'cd', '']))
show('from_iterable', chain.from_iterable(repeat('ab')))
for r in range(5):
    show('combinations', combinations('abcd', r))
    show('combinations_with_replacement', combinations_with_replacement('abc', r), 20)
    show('permutations', permutations('abcd', r), 30)
show('permutations', permutations([1, 2, 3]))
show('combinations', combinations([], 0))
show('cwr', combinations_with_replacement([], 2))
show('cwr', combinations_with_replacement([], 0))
show('permutations', permutations([]))
print(len(list(permutations(range(6), 4))), len(list(combinations(range(9), 4))),
      len(list(combinations_with_replacement(range(6), 4))), hash(tuple(permutations(range(6)))))
show('compress', compress('abcdef', [1, 0, 1, 0, 1, 1]))
show('compress', compress('abcdef', [1, 0, 1]))
show('count', count(), 4)
show('count', count(-3, 2), 4)
show('count', count(1.5, 0.25), 4)
show('count', count(2 ** 63 - 3), 6)
show('count', count(2 ** 64, -1), 3)
show('cycle', cycle('abc'), 8)
show('cycle', cycle(iter([])), 8)
show('dropwhile', dropwhile(lambda x: x < 5, [1, 4, 6, 4, 1]))
show('takewhile', takewhile(lambda x: x < 5, [1, 4, 6, 4, 1]))
show('filterfalse', filterfalse(lambda x: x % 2, range(10)))
show('filterfalse', filterfalse(None, [0, 1, '', 'a']))
show('filterfalse', filterfalse(bool, [0, 1, '', 'a']))
show('starmap', starmap(pow, [(2, 5), [3, 2], iter((10, 3))]))
for arguments in ((2,), (2, 4), (2, None), (0, None, 3), (1, 9, 4), (0,), (5, 2), (3, 3), (None, 7, 2), (100, 200)):
    show('islice %s' % (arguments,), islice('abcdefghij', *arguments))
source = iter(range(20))
print(list(islice(source, 2, 5)), list(islice(source, 3)), list(islice(source, 0)), next(source))
show('pairwise', pairwise('abcd'))
show('pairwise', pairwise('a'))
show('pairwise', pairwise(''))
show('product', product('ab', range(3)))
show('product', product([0, 1], repeat=3))
show('product', product())
show('product', product('ab', []))
show('product', product('ab', repeat=0))
print(len(list(product(range(7), repeat=3))))
show('repeat', repeat(5, 3))
show('repeat', repeat('x'), 4)
show('zip_longest', zip_longest('ab', range(4), '', fillvalue='-'))
show('zip_longest', zip_longest('ab', 'xyz'))
for iterator in (accumulate([1]), chain([1]), combinations([1], 1), combinations_with_replacement([1], 1),
                 permutations([1]), compress([1], [1]), dropwhile(bool, [0]), takewhile(bool, [1, 0, 1, 1]),
                 filterfalse(bool, [0]), starmap(abs, [(1,)]), islice([1, 2, 3], 1), pairwise([1, 2]), product([1]),
                 repeat(1, 1), zip_longest([1]), groupby([1]), tee([1])[0]):
    assert iter(iterator) is iterator
    next(iterator)
    print(type(iterator).__name__, [next(iterator, 'end') for i in range(3)])
print([(k, list(g)) for k, g in groupby('aaabbcaa')])
print([(k, list(g)) for k, g in groupby([1, 3, 5, 2, 4, 7], key=lambda x: x % 2)])
print([k for k, g in groupby('aaabbcaa')])
groups = list(groupby('aabb'))
print([(k, list(g)) for k, g in groups])
g = groupby('aab')
k, first = next(g)
print(next(first))
k, second = next(g)
print(list(first), list(second), list(first))
a, b = tee('abc')
print(next(a), next(a), list(b), list(a), list(b))
a, b, c = tee(range(200), 3)
print(sum(a), next(b), sum(islice(b, 100)), sum(c), sum(b))
a = iter(tee([1, 2, 3])[0])
b = a.__copy__()
print(next(a), list(b), list(a), tee(a, 1)[0] is a)
d = [1, 2]
x, y = tee(d)
next(x)
d.append(3)
print(list(x), list(y))
