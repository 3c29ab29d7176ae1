# A method of a builtin type that takes one argument: other selfs, other methods, replaced by scripts.
import sys

from _callables import *


class PlainList(list):
    pass


class Counting(list):
    def append(self, a):
        list.append(self, ("counted", a))


class Own:
    def __init__(self):
        self.items = []

    def append(self, a):
        self.items.append(a)
        return "own"

    def __repr__(self):
        return "Own(%r)" % self.items


class Raising:
    def append(self, a):
        raise ArithmeticError("no append")


def call(o, a):
    return o.append(a)


def chosen(o, a):
    """Another method at the same place."""
    return (o.append if isinstance(o, list) else o.add)(a)


def join(o, a):
    return o.join(a)


def instance(name, value):
    made = Own()
    made.append = value
    return made


for place in call, chosen:
    for other in (PlainList(), Counting(), Own(), Raising(), bytearray(), set(), instance("append", one_parameter),
                  instance("append", len), instance("append", [].append), instance("append", 5), None, 5, tuple, list,
                  PlainList, {}):
        for _ in range(60):
            place([], 1)
        one = [1]
        print(type(other).__name__, "|", attempt(place, other, 65), "|", show(other)[:40], "|", attempt(place, one, 2), one)
for separator, items in ((",", ["a", "b"]), ("", []), (b",", [b"a", b"b"]), (",", [1]), (",", 5), (b",", ["a"]),
                         ("\u20ac", "xy"), (bytearray(b"-"), [b"a", b"b"]), (",", "abc"), (",", None)):
    for _ in range(60):
        join("-", ["guess"])
    print(attempt(join, separator, items), attempt(join, "-", ("x", "y")))


def method_of(o, name):
    space = {}
    exec("def call(o, a):\n    return o.%s(a)" % name, space)
    return space["call"]


for o, name, arguments in (([3, 1], "extend", ([5], "ab", 5, None, iter([1]), {})), ([1, 2, 2], "count", (2, 3, [], None)),
                           ([1, 2], "remove", (1, 5, 2)), ({1}, "add", (1, [], "x")), ({1}, "discard", (1, [], 9)),
                           ({1, 2}, "remove", (1, 1, [])), ({}, "__contains__", (1, [])), ("text", "__add__", ("s", 5)),
                           ({1: 2}, "__getitem__", (1, 2, [])), (5, "__add__", (6, 1.5, None)),
                           (1.5, "__mul__", (2, 0.5, "x")), ((1, 2), "count", (1, None))):
    place = method_of(o, name)
    for argument in arguments:
        print(name, show(argument), "|", attempt(place, o, argument), "|", show(o))
    print(name, attempt(place, None, 1), attempt(place, Own, 1), attempt(place, o, arguments[0]))

marker = object()
items = []
count = sys.getrefcount(marker), sys.getrefcount(items)
for _ in range(60):
    call(items, marker)
print(sys.getrefcount(marker) - count[0], sys.getrefcount(items) - count[1])
print(attempt(call, 5, marker), attempt(call, (), marker), sys.getrefcount(marker) - count[0])
items.clear()
print(sys.getrefcount(marker) - count[0])


def temporary(name):
    [Mortal(name + " held")].append(Mortal(name))
    print("    next statement")
    "".join(Mortal(name + ", refused"))


for number in range(3):
    print(attempt(temporary, "number %d" % number))


def kept_numbers(number):
    items = []
    for _ in range(5):
        items.append(number)
        number += 1
    return items


print(kept_numbers(1000), kept_numbers(1.5), kept_numbers(2**63 - 2))
