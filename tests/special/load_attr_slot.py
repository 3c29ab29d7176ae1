# An attribute in a slot of the instance: other shapes, other classes, class changes, deleted attributes.
import sys

from _objects import *


def make_place():
    namespace = {}
    exec("def get(o):\n    return o.value", namespace)
    return namespace["get"]


drive(make_place, lambda: Plain("plain"))
drive(make_place, lambda: Slots("slots"))

# the same object changes under the instruction
get = make_place()
one = Plain("one")


def warm(rounds=60):
    for _ in range(rounds):
        attempt(get, one)


warm()
one.value = "rebound"
print(attempt(get, one))
del one.value
print(attempt(get, one))
warm()
one.value = "again"
print(attempt(get, one))
Plain.value = "of the class"
print(attempt(get, one))
Plain.value = property(lambda self: ("property over", self.__dict__["value"]))
warm()
print(attempt(get, one))
del Plain.value
print(attempt(get, one))
warm(700)
Plain.__getattr__ = lambda self, name: "none such: " + name
print(attempt(get, one))
del one.value
print(attempt(get, one))
del Plain.__getattr__
print(attempt(get, one))
one.value = "back"
warm()
Plain.__getattribute__ = lambda self, name: "got " + name
print(attempt(get, one))
del Plain.__getattribute__
print(attempt(get, one))
warm(12000)
one.__class__ = Derived
print(attempt(get, one))
one.__class__ = Property
one.stored = 5
print(attempt(get, one))
one.__class__ = Plain
print(attempt(get, one))
warm()
one.__dict__ = {"value": "in another dict"}
print(attempt(get, one))
one.__dict__["value"] = "through it"
print(attempt(get, one))
one.__dict__.clear()
print(attempt(get, one))
one.__dict__["value"] = "back"
warm()
print(attempt(get, one))
slots = Slots(1)
for _ in range(60):
    get(slots)
del slots.value
print(attempt(get, slots))
slots.value = 2
print(attempt(get, slots))
Derived.__bases__ = (Overriding,)
print(attempt(get, one), attempt(get, Derived("derived")))
Derived.__bases__ = (Plain,)

# two shapes, then a third, on one place; and one whose class goes away
get = make_place()
for _ in range(60):
    get(Plain(1)), get(Slots(2))
print(attempt(get, More(3)), attempt(get, None), attempt(get, Plain(4)))


def of_passing_class(number):
    class Passing:
        def __init__(self):
            self.other = 0
            self.value = number
    return get(Passing())


get = make_place()
print([of_passing_class(number) for number in range(5)])
import gc
gc.collect()
print([of_passing_class(number) for number in range(5)])

# who holds what; when it ends
get = make_place()
marker = object()
for _ in range(60):
    get(Plain(marker))
before = sys.getrefcount(marker)
holder = Plain(marker)
kept = [get(holder) for _ in range(10)]
print(sys.getrefcount(marker) - before, sys.getrefcount(holder))
attempt(get, 5)
del kept
print(sys.getrefcount(marker) - before)


def chain(o):
    return o.value.value.name


print(chain(Plain(Plain(Mortal("inner")))))
print(attempt(chain, Plain(Plain(5))))
print(attempt(chain, Plain(5)))
print(attempt(chain, Plain(Slots(Mortal("inner of slots")))))


def over_itself(o):
    o = o.value
    print("    read")
    o = o.name
    return o


for _ in range(3):
    print(over_itself(Plain(Mortal("over itself"))))
print(attempt(over_itself, Plain(Plain(1))))
print(attempt(over_itself, 5))
