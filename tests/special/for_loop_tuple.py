# A loop over a tuple, the instruction at the end of a loop: other iterators at the same place, errors and ends.
import sys

from _iterables import *


def first(o):
    for item in o:
        return item
    return "nothing"


def all_of(o):
    found = []
    for item in o:
        found.append(item)
    else:
        found.append("end")
    return found[:50]


def with_continue(o):
    count = 0
    for item in o:
        if count == 40:
            break
        count += 1
        if count % 2:
            continue
        last = item
    return count


def as_list(o):
    return [item for item, number in zip(o, range(50))]


def comprehended(o):
    return [item for item in o] if not isinstance(o, Endless) else "not asked"


def unpacked(o):
    return [(a, b) for a, b in o]


def nested(o):
    return [(a, b) for a in (1, 2) for b in o]


def of_generator(o):
    def inner():
        for item in o:
            yield item
    return [item for item, number in zip(inner(), range(50))]


drive([first, all_of, with_continue, comprehended, unpacked, nested, of_generator], lambda: (1, 2, 3))

iterator = iter((1, 2, 3))
print(first(iterator), next(iterator), all_of(iterator), all_of(iterator), next(iterator, "exhausted"))
one = (1000, 2000, 3000)
for number in one:
    number += 1
    number *= 2
print(one, number)


def ending(name):
    for item in (Mortal(name + " first"), Mortal(name + " second")):
        print("    in the loop", item)
    print("    behind the loop")
    del item
    print("    behind del")


for number in range(3):
    ending("number %d" % number)


def lives(o):
    count = sys.getrefcount(o)
    for item in o:
        inside = sys.getrefcount(o)
        break
    return inside - count, sys.getrefcount(o) - count


print([lives(o) for o in ([1], (1,), {1}, [2], (2,), [3])])
marker = object()
count = sys.getrefcount(marker)
print(all_of([marker] * 3) == [marker] * 3 + ["end"], all_of((marker,)) == [marker, "end"], sys.getrefcount(marker) - count)
print(attempt(all_of, RaisingLater()), attempt(all_of, Mortal("no iterable")))
