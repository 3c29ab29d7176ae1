# An attribute of a module: rebound, deleted, added; other modules; what is no module at all.
import sys
import types

from _objects import Mortal, Plain, others, show


def attempt(o):
    try:
        return show(get(o))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def get(o):
    return o.value


class Odd(types.ModuleType):
    @property
    def value(self):
        return "from a property of a subclass"


def make_module(name, value, class_=types.ModuleType):
    module = class_(name)
    module.__dict__["value"] = value
    return module


def warm(module, rounds=60):
    for _ in range(rounds):
        attempt(module)


one, two = make_module("one", 1), make_module("two", 2)
warm(one)
print(attempt(one))
one.value = "rebound"
print(attempt(one))
print(attempt(two), attempt(one))
del one.value
print(attempt(one))
one.__getattr__ = lambda name: "answer for " + name
print(attempt(one))
warm(one)
one.value = "back"
print(attempt(one))
warm(one, 700)
for number in range(100):
    setattr(one, "name%d" % number, number)
print(attempt(one))
warm(one, 11000)
one.__dict__[7] = "a key that is no str"
print(attempt(one))
del one.__dict__[7]
one.__dict__.clear()
print(attempt(one))
one.value = "after the clearing"
warm(one)
print(attempt(one))
one.__class__ = Odd
print(attempt(one))
one.__class__ = types.ModuleType
print(attempt(one))
print(attempt(make_module("odd", 3, Odd)))
for other in others():
    print(type(other).__name__, "|", attempt(other), "|", attempt(one))


def read(module, name):
    space = {}
    exec("def get(o):\n    return o.%s" % name, space)
    return space["get"]


maxsize = read(sys, "maxsize")
for _ in range(60):
    maxsize(sys)
print(maxsize(sys) == sys.maxsize)
print([maxsize(o) for o in (Plain,) if hasattr(o, "maxsize")])
Plain.maxsize = "of a class"
print(maxsize(Plain), maxsize(Plain(1)), maxsize(sys) == 2**63 - 1)
del Plain.maxsize

marker = object()
three = make_module("three", marker)
get = read(three, "value")
before = sys.getrefcount(marker)
kept = [get(three) for _ in range(20)]
print(sys.getrefcount(marker) - before, sys.getrefcount(three))
attempt(5)
kept.append(get(three))
del kept
print(sys.getrefcount(marker) - before)


def of_passing_module(number):
    return make_module("passing", Mortal("passing %d" % number)).value


for number in range(3):
    print(show(of_passing_module(number)))
three.value = Mortal("value")
print(attempt(three))
three.value = None
print(attempt(three))
