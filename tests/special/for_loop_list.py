# A loop over a list, the instruction at the end of a loop: other iterators at the same place, errors and ends.
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


drive([first, all_of, with_continue, comprehended, unpacked, nested, of_generator], lambda: [1, 2, 3])

# lists that change while the loop runs
def growing(items):
    for item in items:
        if len(items) < 8:
            items.append(item * 1000)
    return items


def shrinking(items):
    seen = []
    for item in items:
        seen.append(item)
        items.pop(0)
    return seen, items


def clearing(items):
    seen = []
    for item in items:
        seen.append(item)
        items.clear()
        items.extend(seen * 2)
        if len(seen) > 5:
            break
    return seen, items


for _ in range(3):
    print(growing([1, 2]), shrinking([1, 2, 3, 4]), clearing([1, 2]))
iterator = iter([1, 2, 3])
print(first(iterator), next(iterator), all_of(iterator), all_of(iterator))
items = [1]
iterator = iter(items)
print(all_of(iterator))
items.append(2)
print(all_of(iterator), next(iterator, "exhausted"))
items = [1000, 2000]
for number in items:
    number += 1
    items[0] += 5
print(items, number)
print(all_of(reversed([1, 2])), sys.getrefcount(items))


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
