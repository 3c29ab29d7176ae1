# The value of a dict by any key: other containers, other keys, keys that are not there.
import sys

from _containers import *


def get(o, key):
    return o[key]


def to_local(o, key):
    found = o[key]
    return found


def constant(o, key):
    return o[1]


def text_constant(o, key):
    o["text"] = 5
    return o["text"]


def over_container(o, key):
    o = o[key]
    return o


def computed(o, key):
    return o[key + 0]


drive_loads([get, to_local, constant, over_container, computed], lambda: {0: 10, 1: 11}, 1)

one = {1: "int", "text": "str", None: "none", (1, 2): "tuple", 1.5: "float", True.real + 1: "two", Key(7): "key"}
print([attempt(get, one, key) for key in (1, True, 1.0, "text", None, (1, 2), 1.5, 2, 2.0, 7, Key(7), Key(1), 8)])
for key in [], {}, [1], (1, []), BadKey(), set():
    print(attempt(get, one, key))


class Instance:
    def __init__(self):
        self.a = 1
        self.b = 2


instance = Instance()
print(get(instance.__dict__, "a"), get(vars(Instance), "__module__"), attempt(get, instance.__dict__, "c"))
del instance.a
print(attempt(get, instance.__dict__, "a"), get(globals(), "__name__"))


class Clearing:
    def __hash__(self):
        return hash("text")

    def __eq__(self, other):
        one.clear()
        return True


print(attempt(get, one, Clearing()), len(one))


class Refilling(Clearing):
    __hash__ = Clearing.__hash__

    def __eq__(self, other):
        one.clear()
        for number in range(50):
            one[number] = number
        return False


one["text"] = 5
print(attempt(get, one, Refilling()).split("<")[0].split(".")[0], len(one))
error_key = Mortal("key")
print(attempt(get, {}, error_key))
del error_key


def of_temporary(name):
    found = {0: Mortal(name), 1: 2}[0]
    print("    found", found)
    return {0: Mortal(name), 1: 2}[1]


for number in range(3):
    print(of_temporary("number %d" % number))


def over_itself(o):
    o = o[0]
    print("    read")
    o = o.name
    return o


for number in range(3):
    name = "over itself %d" % number
    print(over_itself({0: Mortal(name), 1: 2}))
marker = object()
count = sys.getrefcount(marker)
one = {0: marker, 1: 2}
kept = [get(one, 0) for _ in range(20)]
print(sys.getrefcount(marker) - count, sys.getrefcount(one), attempt(get, one, "absent"), attempt(get, 5, 0))
del kept
print(sys.getrefcount(marker) - count, sys.getrefcount(one))
print(attempt(get, [Mortal("in a list")], 5), attempt(get, Mortal("no container"), 0))
