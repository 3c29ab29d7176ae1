# A function of a module: replaced, deleted, other modules, what is no module.
import math
import sys
import types

from _objects import Mortal, Plain, others, show


def call(o):
    return o.method()


def attempt(o):
    try:
        return show(call(o))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def make_module(value):
    module = types.ModuleType("made")
    module.method = value
    return module


def warm(rounds=60):
    for _ in range(rounds):
        attempt(one)


one = make_module(lambda: "first")
two = make_module(lambda: "of another module")
warm()
print(attempt(one))
one.method = lambda: "replaced"
print(attempt(one), attempt(two), attempt(one))
for value in (5, None, Plain, len, "text", Plain(1).method, staticmethod(lambda: 1), lambda argument: argument):
    one.method = value
    print(attempt(one))
del one.method
print(attempt(one))
one.__getattr__ = lambda name: lambda: "answer for " + name
print(attempt(one))
warm()
one.method = lambda: "back"
print(attempt(one))
warm(700)
for number in range(100):
    setattr(one, "name%d" % number, number)
print(attempt(one))
warm(11000)
one.__dict__[7] = "a key that is no str"
print(attempt(one))
one.__dict__.clear()
print(attempt(one))
one.method = lambda: "after the clearing"
warm()


class Odd(types.ModuleType):
    def method(self):
        return "of a subclass"


one.__class__ = Odd
print(attempt(one))
del one.method
print(attempt(one))
one.__class__ = types.ModuleType
one.method = lambda: "plain again"
warm(100)
for other in others():
    print(type(other).__name__, "|", attempt(other), "|", attempt(one))


def call_with(o, f):
    return o.method(f())


def remove():
    one.method = lambda argument: "too late"
    return "removed"


one.method = lambda argument: ("early", argument)
for _ in range(60):
    call_with(one, int)
print(call_with(one, remove), call_with(one, int))


def root(module, number):
    return module.sqrt(number)


for _ in range(60):
    root(math, 9)
original = math.sqrt
math.sqrt = lambda number: "replaced root of %d" % number
print(root(math, 9))
math.sqrt = original
print(root(math, 9))
Plain.sqrt = lambda self, number: ("method", number)
print(root(Plain(1), 9), root(math, 9))
try:
    root(math, "text")
except TypeError as error:
    print(error)
try:
    root(math, -1)
except ValueError as error:
    print(error)

function = lambda: None
one.method = function
warm(3000)
print(sys.getrefcount(function), sys.getrefcount(one))
one.method = Mortal("method")
print(attempt(one))
one.method = None


def of_passing_module(name):
    module = types.ModuleType("passing")
    module.method = lambda kept=Mortal(name): kept.name
    return module.method()


for number in range(3):
    print(of_passing_module("argument of %d" % number))
