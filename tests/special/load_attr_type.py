# A value or function read from a class itself: rebound, deleted, other classes, metaclasses.
import sys

from _objects import *


def make_place():
    namespace = {}
    exec("def get(o):\n    return o.shared", namespace)
    return namespace["get"]


drive(make_place, lambda: Plain)


def warm(get, class_, rounds=60):
    for _ in range(rounds):
        attempt(get, class_)


class Meta(type):
    @property
    def shared(cls):
        return "from the metaclass"


class MetaPlain(type):
    shared = "plain in the metaclass"


class OfMeta(metaclass=Meta):
    shared = "hidden"


class OfMetaPlain(metaclass=MetaPlain):
    pass


get = make_place()
warm(get, Plain)
Plain.shared = "rebound"
print(attempt(get, Plain))
warm(get, Plain)
for class_ in Derived, Slots, Property, OfMeta, OfMetaPlain, int, type, Missing:
    print(class_.__name__, "|", attempt(get, class_), "|", attempt(get, Plain))
    warm(get, Plain, 50)
del Plain.shared
print(attempt(get, Plain))
Plain.shared = property(lambda self: 1)
print(attempt(get, Plain)[:9])
for value in (staticmethod(len), classmethod(lambda class_: class_.__name__), lambda self: 1):
    Plain.shared = value
    warm(get, Plain)
    print(attempt(get, Plain))
Plain.shared = "in the base"
warm(get, Derived, 12000)
Plain.shared = "rebound in the base"
print(attempt(get, Derived))
Derived.shared = "shadowed"
print(attempt(get, Derived))
del Derived.shared
print(attempt(get, Derived))
warm(get, Derived)
Derived.__bases__ = (Overriding,)
Overriding.shared = "of the new base"
print(attempt(get, Derived))
del Overriding.shared
Derived.__bases__ = (Plain,)
print(attempt(get, Derived))


class OfType:
    shared = "before the metaclass changed"


warm(get, OfType)
try:
    OfType.__class__ = Meta
except TypeError as error:
    print(error)
print(attempt(get, OfType))

marker = object()
Plain.shared = marker
warm(get, Plain, 3000)
before = sys.getrefcount(marker)
count = sys.getrefcount(Plain)
kept = [get(Plain) for _ in range(20)]
print(sys.getrefcount(marker) - before, sys.getrefcount(Plain) - count)
del kept
print(sys.getrefcount(marker) - before)
Plain.shared = Mortal("value")
warm(get, Plain)
print(attempt(get, Plain))
Plain.shared = None
print(attempt(get, Plain))


def of_passing_class(number):
    class Passing:
        shared = number
    return get(Passing)


import gc
print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])
