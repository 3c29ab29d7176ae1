# __reduce__ and __setstate__: what copies of iterators are made of.
import copy
from itertools import *


def show(iterator):
    parts = iterator.__reduce__()
    print([part if not isinstance(part, tuple) else tuple(type(x).__name__ for x in part) for part in parts])


MAKERS = {
    'chain': lambda: chain('abc', 'def'), 'from_iterable': lambda: chain.from_iterable(iter(['ab', 'cd'])),
    'compress': lambda: compress('abcdef', [1, 0, 1, 1, 0, 1]), 'count': lambda: islice(count(3, 2), 5),
    'dropwhile': lambda: dropwhile(lambda x: x < 3, [1, 2, 3, 1, 5]),
    'takewhile': lambda: takewhile(lambda x: x < 3, [1, 2, 3, 1, 5]),
    'filterfalse': lambda: filterfalse(lambda x: x == 2, [1, 2, 3, 4]), 'starmap': lambda: starmap(pow, [(2, 3), (4, 2)]),
    'islice': lambda: islice(range(20), 2, 15, 3), 'islice open': lambda: islice(range(6), 1, None),
    'repeat': lambda: repeat('x', 4)}
for name, make in MAKERS.items():
    for steps in (0, 1, 2, 9):
        iterator = make()
        for i in range(steps):
            next(iterator, None)
        show(iterator)
        duplicate = copy.copy(iterator)
        print(name, steps, list(duplicate), type(duplicate).__name__)
t = takewhile(bool, [1, 2])
t.__setstate__(1)
print(list(t))
d = dropwhile(bool, [1, 2])
d.__setstate__(True)
print(list(d))
c = chain()
c.__setstate__((iter(['q']), iter('xy')))
print(list(c))
for state in ([], (1,), (iter([]), 5)):
    try:
        chain().__setstate__(state)
    except TypeError as error:
        print(error)
for state in ('a', 1.5):
    try:
        islice([], 1).__setstate__(state)
    except TypeError as error:
        print(error)
