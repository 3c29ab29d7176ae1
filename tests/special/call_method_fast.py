# A builtin type's method without arguments, or with some: other selfs, other methods, wrong arguments.
import sys

from _callables import *


class PlainStr(str):
    pass


class OwnStr(str):
    def upper(self):
        return "own"


class Own:
    def upper(self):
        return "of a script"

    def split(self, *arguments):
        return arguments


class Raising:
    def upper(self):
        raise ArithmeticError("no upper")

    split = upper


def upper(o):
    return o.upper()


def split(o, a):
    return o.split(a)


def split_all(o):
    return o.split()


def get(o, a):
    return o.get(a, "default")


def pop(o, a):
    return o.pop(a)


others = [PlainStr("ab"), OwnStr("ab"), Own(), Raising(), b"ab cd", bytearray(b"ab"), "", "\u20ac\xdf", None, 5, Own,
          [1], {}]
for other in others:
    for _ in range(60):
        upper("guess"), split("g-s", "-"), split_all("a b")
    print(type(other).__name__, "|", attempt(upper, other), "|", attempt(split, other, "-"), "|", attempt(split_all, other),
          "|", attempt(upper, "guess"), attempt(split, "g-s", "-"))
instance = Own()
for value in (lambda: "of the instance", len, 5, "text".lower, str):
    instance.upper = value
    print(attempt(upper, instance), attempt(upper, "guess"))
for argument in ("-", "", None, 5, "long", PlainStr("-"), b"-"):
    for _ in range(60):
        split("g-s", "-")
    print(show(argument), attempt(split, "a-b long c", argument), attempt(split, "a-b", "-"))


class Missing(dict):
    def __missing__(self, key):
        return "missing"


class OwnDict(dict):
    def get(self, key, default):
        return ("own", key, default)


for other in {1: 2}, {}, Missing(), OwnDict(), None, [], Own(), dict:
    for key in 1, "a", [], None:
        for _ in range(60):
            get({1: 2}, 1)
        print(type(other).__name__, show(key), attempt(get, other, key), attempt(get, {1: 3}, 1))
for other, key in ([1, 2, 3], 0), ([1], 5), ([], 0), ({1: 2}, 1), ({1: 2}, 3), ([1], "x"), ([1], None), (set(), 1), (5, 1):
    for _ in range(60):
        pop([1, 2], 0)
    print(show(other), attempt(pop, other, key), other, attempt(pop, [7, 8], 0))


def wrong_count(o):
    return o.upper(1)


def wrong_split(o):
    return o.split(1, 2, 3)


for place in wrong_count, wrong_split:
    for _ in range(5):
        text = attempt(place, "guess")
    print(text, "|", attempt(place, Own()), "|", attempt(place, None))
marker = object()
count = sys.getrefcount(marker)
items = {1: marker}
for _ in range(60):
    get(items, 1), get(items, 2)
kept = [get(items, 1) for _ in range(20)]
print(sys.getrefcount(marker) - count, sys.getrefcount(items))
print(attempt(get, 5, marker), attempt(get, items, []), sys.getrefcount(marker) - count)
del kept
print(sys.getrefcount(marker) - count)


def temporary(name):
    found = {1: Mortal(name)}.get(1, Mortal(name + " default"))
    print("    found", found)
    del found
    print("    next statement")
    [Mortal(name + " held")].pop(Mortal(name + ", refused"))


for number in range(3):
    print(attempt(temporary, "number %d" % number))


def kept_numbers(numbers):
    kept = []
    while numbers:
        number = numbers.pop()
        kept.append(number)
        number += 1000
        kept.append(number)
    return kept


print(kept_numbers([1000, 2000.5, 2**63 - 1, True]))
