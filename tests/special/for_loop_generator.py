# A loop over a generator, the instruction at the end of a loop: other iterators at the same place, errors and ends.
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


drive([first, all_of, with_continue, comprehended, unpacked, nested, of_generator], lambda: number_generator(3))

def failing():
    yield 1
    raise ArithmeticError("in the generator")


def stopping():
    yield 1
    raise StopIteration("not the end")


def returning():
    yield 1
    return "result"


def delegating():
    found = yield from number_generator(2)
    yield from returning()
    yield from [7, 8]


def running():
    yield 1
    try:
        yield all_of(itself)
    except ValueError as error:
        yield str(error)


def cleaning(name):
    try:
        yield 1
        yield 2
    finally:
        print("    cleaning", name)


for make in failing, stopping, returning, delegating:
    for _ in range(3):
        print(make.__name__, attempt(all_of, make()), "|", attempt(all_of, number_generator(3)))
itself = running()
print(attempt(all_of, itself))
started = number_generator(4)
next(started)
print(all_of(started), all_of(started), attempt(first, started))
closed = number_generator(4)
closed.close()
print(all_of(closed))
print(first(cleaning("left early")))
print(attempt(all_of, cleaning("run to the end")))
thrown = cleaning("thrown into")
next(thrown)
try:
    thrown.throw(ArithmeticError("thrown"))
except ArithmeticError as error:
    print(error, all_of(thrown))


def breaking(name):
    for item in cleaning(name):
        break
    print("    next statement")


for number in range(3):
    breaking("number %d" % number)


def kept_numbers():
    """A number that was yielded stays, whatever its generator does with the variable."""
    number = 1000
    while number < 1005:
        yield number
        number += 1


print([number for number in kept_numbers()], all_of(kept_numbers()))


def deep(level):
    if level:
        for item in deep(level - 1):
            yield item
    else:
        yield "bottom"


print(all_of(deep(50)))
try:
    all_of(deep(100000))
except RecursionError as error:
    print(error)


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
