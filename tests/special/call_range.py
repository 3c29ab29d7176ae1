# for i in range(...) with ints: other callables of that name, other arguments, iterators that are kept.
import builtins
import sys

from _callables import *

BIG = 2**63


def one(f, stop):
    return [i for i in f(stop)]


def one_loop(f, stop):
    found = []
    for i in f(stop):
        found.append(i)
        if len(found) > 4:
            break
    return found


def two(f, start, stop):
    found = []
    for i in f(start, stop):
        found.append(i)
        if len(found) > 4:
            break
    return found


def over(f, stop):
    for f in f(stop):
        pass
    return f


def computed(f, stop):
    return [i for i in f(stop + 0)]


def of_builtin(stop):
    found = []
    for i in range(stop):
        found.append(i)
    return found


def of_two(start, stop):
    return [i for i in range(start, stop)]


class Index:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        print("    asked for the index")
        return self.number


class BadIndex:
    def __index__(self):
        raise ArithmeticError("no index")


class NotIterable:
    def __init__(self, *a):
        pass


class Iterable:
    def __init__(self, *a):
        self.a = a

    def __iter__(self):
        return iter(self.a)


class PlainInt(int):
    pass


def other_callables():
    return [list, tuple, enumerate, iter, lambda *a: a, lambda *a: range(*a), NotIterable, Iterable, generator, str, int,
            None, 5, raising, zip, Plain(1), reversed, bytes, bytearray, Callable(), set, dict, map, with_star, range]


for place in one, one_loop, over, computed:
    print(place.__name__)
    for other in other_callables():
        for _ in range(45):
            place(range, 3)
        print("  ", show(other)[:40], "|", attempt(place, other, 3), "|", attempt(place, range, 2))
    for other in (0, 1, -1, -BIG, True, False, PlainInt(2), Index(2), BadIndex(), 1.5, "3", None, [], 10**30 * -1, (1, 2)):
        for _ in range(45):
            place(range, 3)
        print("  ", show(other), "|", attempt(place, range, other), "|", attempt(place, range, 2))
for _ in range(45):
    two(range, 1, 3)
print(two.__name__)
for pair in ((0, 0), (5, 3), (-3, 0), (-BIG, -BIG + 3), (BIG - 3, BIG - 1), (BIG - 3, BIG + 1), (BIG, BIG + 3), (0, BIG),
             (-BIG - 1, BIG), (True, 3), (0, True), (PlainInt(1), PlainInt(3)), (Index(1), 3), (1, Index(3)), (0, 1.5),
             (1.5, 0), (None, 1), (BadIndex(), Index(1)), (Index(1), BadIndex()), (10**30, 10**30 + 2)):
    try:
        found = [str(i) for i in two(range, *pair)]
    except Exception as error:
        found = "%s: %s" % (type(error).__name__, error)
    print("  ", *map(show, pair), "|", found, "|", two(range, 1, 3))
for other in other_callables():
    for _ in range(45):
        two(range, 1, 3)
    try:
        print("  ", show(other)[:40], "|", two(other, 1, 3))
    except Exception as error:
        print("  ", show(other)[:40], "|", type(error).__name__, error)
print(one_loop(range, BIG - 1), one_loop(range, BIG), one_loop(range, 10**30), one_loop(range, 4))

# the name range
for _ in range(60):
    of_builtin(3), of_two(1, 3)
print(of_builtin(3), of_two(1, 3))
range = lambda *a: ("replaced",) + a
print(of_builtin(3), of_two(1, 3))
del range
print(of_builtin(3), of_two(1, 3))
kept_range = builtins.range
builtins.range = lambda *a: ["of builtins", *a]
print(of_builtin(3), of_two(1, 3))
builtins.range = kept_range
print(of_builtin(3), of_two(1, 3))
del builtins.range
try:
    of_builtin(3)
except NameError as error:
    print(error)
builtins.range = kept_range
print(of_builtin(3), of_two(1, 3))


# loops inside of loops, bounds that the body changes, the last value after the loop
def nested(n):
    total = 0
    for i in range(n):
        for j in range(i, n):
            n += 0
            total += i * j
        i = "changed"
    return total, i, j


print(nested(20))


def rebinding(stop):
    found = []
    for stop in range(stop):
        found.append(stop)
        for stop in range(stop, stop + 2):
            found.append(stop)
    return found, stop


for _ in range(3):
    print(rebinding(3))


def empty(stop):
    for i in range(stop):
        pass
    return i


print(empty(5))
try:
    empty(0)
except UnboundLocalError as error:
    print(error)


def suspended(stop):
    for i in range(stop):
        sent = yield i
        if sent:
            return sent


for _ in range(60):
    list(suspended(3))
half = suspended(10**6)
print(next(half), next(half))
try:
    half.send("enough")
except StopIteration as stop:
    print(stop.value)

# counts: the stop is let go of at once, range itself too
stop = 10**6
before = sys.getrefcount(stop), sys.getrefcount(two)


def counting(f, stop):
    for i in f(stop):
        return sys.getrefcount(stop)


for _ in range(60):
    counting(range, stop)
print(counting(range, stop) - before[0] <= 4, sys.getrefcount(stop) - before[0])


def with_big_numbers(start):
    total = 0
    for i in range(start * 2, start * 2 + 3):
        total = total + i
        first = i if i == start * 2 else first
    return total, first


print(with_big_numbers(1000), with_big_numbers(10**12), with_big_numbers(2**62), with_big_numbers(7))


def kept(start, stop):
    numbers = []
    for i in range(start, stop):
        numbers.append(i)
    return numbers


first, second = kept(1000, 1005), kept(1000, 1005)
print(first, [a is b for a, b in zip(first, second)], [a is b for a, b in zip(kept(0, 5), range(5))])
