# A method of a builtin type: objects of other types, of subclasses, instances with the name of their own.
import sys

from _objects import Mortal, others, show


class PlainList(list):
    pass


class CountingList(list):
    def append(self, item):
        super().append(("counted", item))


class WithAttribute(list):
    def __init__(self):
        self.append = lambda item: print("    of the instance", item)


class Appender:
    def __init__(self):
        self.items = []

    def append(self, item):
        self.items.append(item)

    def __repr__(self):
        return "Appender(%r)" % self.items


class Intercepting(list):
    def __getattribute__(self, name):
        return lambda item: print("    got", name, item)


class Raising(list):
    @property
    def append(self):
        raise ValueError("no append")


def add(o, item):
    o.append(item)
    return o


def attempt(o, item="item"):
    try:
        return show(add(o, item))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def warm(rounds=60):
    for _ in range(rounds):
        add([], 0)


for make in (PlainList, CountingList, WithAttribute, Appender, Intercepting, Raising, bytearray, tuple, dict, set,
             object, int, str, lambda: None, lambda: list, lambda: PlainList, lambda: bytearray(b"x")):
    warm(700)
    other = make()
    print(type(other).__name__, "|", attempt(other), "|", attempt([1]), "|", attempt(make(), 65))
for other in others():
    print(type(other).__name__, "|", attempt(other), "|", attempt([1]))
warm(12000)
print(attempt([1]))
mortal = CountingList()
mortal.__class__ = PlainList
print(attempt(mortal))


def upper(text):
    return text.upper()


class Text(str):
    def upper(self):
        return "own upper"


for _ in range(60):
    upper("abc")
for value in "abc", Text("abc"), b"abc", bytearray(b"abc"), 5, None, "stra\xdfe", "", str, "abc":
    try:
        print(upper(value))
    except Exception as error:
        print(type(error).__name__, error)


def get(o, key, default):
    return o.get(key, default)


class Missing(dict):
    def get(self, key, default):
        return "own get"


for _ in range(60):
    get({1: 2}, 1, 3)
print(get({1: 2}, 5, 3), get(Missing(), 1, 2), get({}, 1, 4))
try:
    get({1: 2}, [], 3)
except TypeError as error:
    print(error)

marker = object()
before = sys.getrefcount(marker)
items = []
for _ in range(60):
    add(items, marker)
print(sys.getrefcount(marker) - before, sys.getrefcount(items))
print(attempt(5, marker), sys.getrefcount(marker) - before)
del items
print(sys.getrefcount(marker) - before)


def temporary(name):
    [Mortal(name + " inside")].append(Mortal(name))
    print("    next statement")


for number in range(3):
    temporary("number %d" % number)


def popped():
    return [Mortal("first"), Mortal("second")].pop()


print(popped())
print(popped().name)
