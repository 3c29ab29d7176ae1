# A loop over a range, the instruction at the end of a loop: other iterators at the same place, errors and ends.
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


drive([first, all_of, with_continue, comprehended, unpacked, nested, of_generator], lambda: range(5))

# the variable of the loop is another number each time, whoever keeps the old one
kept = []
for number in range(10**6, 10**6 + 5):
    kept.append(number)
    number += 1
    kept.append(number)
print(kept)
for bounds in ((2**63 - 3, 2**63 - 1), (2**63 - 3, 2**63 + 2), (-2**63, -2**63 + 3), (-2**63 - 2, -2**63 + 2),
               (2**63 - 1, 2**63 - 4, -1), (0, 10**20, 3 * 10**19), (5, 0), (5, 0, -2), (-3, 3), (255, 259), (0, 0)):
    print(bounds, attempt(all_of, range(*bounds)), attempt(all_of, range(3)))
print(attempt(all_of, range(PlainInt(3))), [type(number).__name__ for number in all_of(range(PlainInt(2)))[:2]])
iterator = iter(range(1000, 1010))
print(first(iterator), first(iterator), next(iterator), all_of(iterator), all_of(iterator), first(iterator))
print(all_of(reversed(range(1000, 1005))), all_of(iter(range(0))))


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
