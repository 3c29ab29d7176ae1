# A result that is held stays as it is; items are released in time.
import sys
from itertools import *


class Item:
    alive = 0

    def __init__(self):
        Item.alive += 1

    def __del__(self):
        Item.alive -= 1


for make in (lambda: product([1, 2], repeat=2), lambda: combinations([1, 2, 3], 2), lambda: permutations([1, 2, 3], 2),
             lambda: combinations_with_replacement([1, 2], 2), lambda: zip_longest([1, 2, 3], [1, 2]),
             lambda: pairwise([1, 2, 3])):
    held = list(make())
    print(held, len(set(map(id, held))) == len(held))
    iterator = make()
    first = next(iterator)
    copy = tuple(first)
    for item in iterator:
        pass
    print(first == copy)
item = Item()
iterator = pairwise([item, 1, 2])
del item
next(iterator)
print(Item.alive)
next(iterator)
print(Item.alive)
del iterator
print(Item.alive)
a, b = tee(Item() for i in range(100))
for item in islice(a, 90):
    pass
del item
print(Item.alive)
for item in islice(b, 60):
    pass
del item
print(Item.alive)
del b
print(Item.alive)
del a
print(Item.alive)
iterator = cycle([Item()])
next(iterator)
del iterator
for make in (lambda: repeat(Item(), 3), lambda: chain([Item()], [Item()]), lambda: groupby([Item(), Item()]),
             lambda: accumulate([1], initial=Item()), lambda: islice([Item()], 1), lambda: zip_longest([Item()], [])):
    iterator = make()
    x = next(iterator)
    print(Item.alive > 0, end=' ')
    del iterator, x
    print(Item.alive)
x = None
iterator = chain([1, 2])
print(sys.getrefcount(repeat(x)) > 0, list(iterator))
