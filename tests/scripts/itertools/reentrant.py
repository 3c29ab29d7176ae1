# Sources that ask the iterator which is reading them, functions that change things, errors in the middle.
from itertools import *


def attempt(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, error)


class Source:
    """Asks its reader for an item while it is asked for one, and ends early then."""

    def __init__(self, stop=3):
        self.reader, self.count, self.busy, self.stop = None, 0, False, stop

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.reader is not None and not self.busy and self.count < 8:
            self.busy = True
            try:
                next(self.reader, None)
            finally:
                self.busy = False
        if self.count > self.stop:
            raise StopIteration
        return self.count


MAKERS = {
    'accumulate': accumulate, 'chain': chain.from_iterable, 'compress': lambda s: compress(s, repeat(1)),
    'cycle': lambda s: islice(cycle(s), 10), 'islice': lambda s: islice(s, 1, 3), 'pairwise': pairwise,
    'zip_longest': lambda s: zip_longest(s, [1, 2]), 'takewhile': lambda s: takewhile(bool, s),
    'dropwhile': lambda s: dropwhile(lambda x: x < 2, s), 'filterfalse': lambda s: filterfalse(lambda x: x == 2, s),
    'tee': lambda s: tee(s)[0]}
for name, make in MAKERS.items():
    if name in ('chain', 'pairwise', 'zip_longest'):
        continue # CPython itself may crash or never end
    source = Source()
    source.reader = make(source)
    attempt(name, lambda: list(source.reader))


def failing(n):
    for i in range(n):
        yield i
    raise ZeroDivisionError('source')


for name, make in MAKERS.items():
    iterator = make(failing(2))
    for i in range(4):
        attempt(name, lambda: next(iterator, 'end'))


class Key:
    def __init__(self, groups, value):
        self.groups, self.value = groups, value

    def __eq__(self, other):
        return self.value == other.value

    def __repr__(self):
        return 'Key(%r)' % self.value


g = groupby(range(6), lambda x: 1 // (x - 3))
for i in range(3):
    attempt('groupby', lambda: next(g)[0])
a, b = tee(failing(2))
attempt('tee', lambda: list(a))
attempt('tee', lambda: list(b))
attempt('tee', lambda: list(a))
for function in (lambda x: 1 // 0, lambda x: [] + x):
    for make in (takewhile, dropwhile, filterfalse):
        iterator = make(function, [1, 2])
        attempt(make.__name__, lambda: next(iterator))
        attempt(make.__name__, lambda: next(iterator, 'end'))


class BadTruth:
    def __bool__(self):
        raise ValueError('truth')


attempt('compress', lambda: list(compress([1], [BadTruth()])))
attempt('filterfalse', lambda: list(filterfalse(None, [BadTruth()])))
attempt('takewhile', lambda: list(takewhile(lambda x: BadTruth(), [1])))
attempt('permutations', lambda: permutations(failing(3)))
attempt('product', lambda: product([1], failing(3)))


class Sub(count):
    def __init__(self, *args, **kw):
        print('init', args, kw)


print(next(Sub(3, step=2)), Sub(1))


class SubChain(chain):
    def __init__(self, *args, **kw):
        print('init', args, kw)


print(list(SubChain('ab', key=1)), type(SubChain.from_iterable(['x'])))
