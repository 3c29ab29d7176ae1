# A store to an attribute that the instance has: other shapes, other classes, class changes.
import gc
import sys

from _objects import *


def make_place():
    namespace = {}
    exec("def put(o, v):\n    o.value = v\n    return o.value", namespace)
    return namespace["put"]


drive(make_place, lambda: Plain("plain"), "stored")
drive(make_place, lambda: Slots("slots"), "stored")


def put(o, v):
    o.value = v


def put_constant(o):
    o.value = 1000


def state(o):
    try:
        return show(o.value)
    except AttributeError as error:
        return str(error)


def warm(o, rounds=60):
    for number in range(rounds):
        put(o, number)
        put_constant(o)


one = Plain(1)
warm(one)
del one.value
put(one, "after del")
print(state(one), one.__dict__)
warm(one, 700)
Plain.value = "of the class"
put(one, "over the class's")
print(state(one))
Plain.value = property(lambda self: "read only")
print(attempt(put, one, 5), attempt(put_constant, one), one.__dict__)
Plain.value = property(lambda self: "seen", lambda self, v: print("  set to", v))
warm(one, 2)
put(one, 6)
del Plain.value
put(one, "plain again")
print(state(one))
warm(one, 12000)
Plain.__setattr__ = lambda self, name, v: object.__setattr__(self, name, ("changed", v))
put(one, 7)
put_constant(one)
print(state(one))
del Plain.__setattr__
put(one, 8)
print(state(one))
warm(one)
one.__class__ = Derived
put(one, "derived")
print(state(one), type(one).__name__)
one.__class__ = Intercepting
put(one, "intercepted")
print(state(one))
object.__setattr__(one, "__class__", Plain)
warm(one)
one.__dict__ = {"value": "elsewhere"}
put(one, "into the other dict")
print(one.__dict__)
frozen = Slots(1)
warm(frozen)
del frozen.value
put(frozen, "set again")
print(state(frozen))
for other in None, 5, Missing, "text", sys, lambda: 0, object():
    print(type(other).__name__, attempt(put, other, "v"), attempt(put, one, "fine"), state(one))
del sys.value, Missing.value

# what is stored over ends after the store
put(one, Mortal("old"))
print("stored", state(one))
put(one, "new")


class Watching:
    def __init__(self, holder):
        self.holder = holder

    def __del__(self):
        print("    the end sees", show(self.holder.value))
        self.holder.value = "from the end"


warm(one)
put(one, Watching(one))
put(one, "new")
print(state(one))


class Deleting:
    def __del__(self):
        del one.value


put(one, Deleting())
put(one, "deleted at once")
print(state(one))
put(one, "again")
warm(one)


class Reclassing:
    def __del__(self):
        one.__class__ = Property


put(one, Reclassing())
put(one, "seen by a property")
print(state(one), attempt(put, one, "stored by the setter"), one.__dict__)
one.__class__ = Plain

marker = object()
before = sys.getrefcount(marker)
warm(one)
for _ in range(30):
    put(one, marker)
print(sys.getrefcount(marker) - before, attempt(put, 5, marker), sys.getrefcount(marker) - before)
put(one, None)
print(sys.getrefcount(marker) - before)
print("temporaries")
put(Plain(Mortal("held")), Mortal("stored"))
print("after")


def store_in_temporary(name):
    Plain(Mortal("first " + name)).value = Mortal(name)
    print("    next statement")


for number in range(3):
    store_in_temporary("number %d" % number)
print(attempt(lambda o: put(o, Mortal("refused")), object()))
gc.collect()
