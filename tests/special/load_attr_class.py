# A plain value of the class, read through an instance: shadowed, rebound, deleted, other classes.
import sys

from _objects import *


def make_place():
    namespace = {}
    exec("def get(o):\n    return o.shared", namespace)
    return namespace["get"]


drive(make_place, lambda: Plain("plain"))
drive(make_place, lambda: Slots("slots"))

get = make_place()
one = Plain(1)


def warm(rounds=60):
    for _ in range(rounds):
        attempt(get, one)


warm()
Plain.shared = "rebound"
print(attempt(get, one))
warm()
one.shared = "of the instance"
print(attempt(get, one))
del one.shared
print(attempt(get, one))
warm(700)
del Plain.shared
print(attempt(get, one))
Plain.__getattr__ = lambda self, name: "none such: " + name
print(attempt(get, one))
Plain.shared = "back"
print(attempt(get, one))
del Plain.__getattr__
warm(12000)
Plain.shared = property(lambda self: "from a property")
print(attempt(get, one))
Plain.shared = "back"
warm()
print(attempt(get, one))
one.__dict__["shared"] = "through the dict"
print(attempt(get, one))
one.__dict__.clear()
print(attempt(get, one))
warm()
one.__dict__ = {"shared": "another dict"}
print(attempt(get, one))
one = Plain(2)
warm()
one.__class__ = More
print(attempt(get, one))
one.__class__ = Shadowing
print(attempt(get, one))
one.__class__ = Property
print(attempt(get, one))
one.__class__ = Plain
print(attempt(get, one))
derived = Derived(3)
for _ in range(60):
    get(derived)
Plain.shared = "rebound in the base"
print(attempt(get, derived))
Derived.shared = "shadowed in between"
print(attempt(get, derived))
del Derived.shared
print(attempt(get, derived))
for _ in range(60):
    get(derived)
Derived.__bases__ = (Overriding,)
Overriding.shared = "of the new base"
print(attempt(get, derived))
del Overriding.shared
print(attempt(get, derived))
Derived.__bases__ = (Plain,)


class NonData:
    def __get__(self, instance, owner):
        return ("non-data", instance is not None)


Plain.shared = NonData()
warm(12000)
print(attempt(get, one))
one.shared = "over it"
print(attempt(get, one))
del one.shared
NonData.__get__ = lambda self, instance, owner: "another __get__"
print(attempt(get, one))
del NonData.__get__
print(attempt(get, one) == show(Plain.__dict__["shared"]))

marker = object()
Plain.shared = marker
warm(3000)
before = sys.getrefcount(marker)
kept = [get(one) for _ in range(20)]
print(sys.getrefcount(marker) - before, sys.getrefcount(one))
del kept
print(sys.getrefcount(marker) - before)
Plain.shared = Mortal("value")
warm()
print(attempt(get, one))
Plain.shared = None
print(attempt(get, one))


def of_temporary(name):
    class Passing:
        shared = Mortal(name)
    return Passing().shared


import gc
for number in range(3):
    found = of_temporary("of class %d" % number)
    print(found)
    gc.collect()
    del found
