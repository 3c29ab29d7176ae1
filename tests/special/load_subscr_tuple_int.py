# The item of a tuple by an int: other containers, other keys, keys that are not there.
import sys

from _containers import *


def get(o, key):
    return o[key]


def to_local(o, key):
    found = o[key]
    return found


def constant(o, key):
    return o[1]


def negative(o, key):
    return o[-1]


def over_container(o, key):
    o = o[key]
    return o


def computed(o, key):
    return o[key + 0]


drive_loads([get, to_local, constant, negative, over_container, computed], lambda: (10, 11, 12), 1)

one = (1, (2, (3, (4,))))
print(get(get(get(one, 1), -1), 0), attempt(get, one, 2), attempt(get, one, -3))
print([get(("a", "b", "c"), number) for number in range(-3, 3)])


def of_temporary(name):
    found = (Mortal(name), 2)[0]
    print("    found", found)
    return (Mortal(name), 2)[1]


for number in range(3):
    print(of_temporary("number %d" % number))


def over_itself(o):
    o = o[0]
    print("    read")
    o = o.name
    return o


for number in range(3):
    name = "over itself %d" % number
    print(over_itself((Mortal(name), 2)))
marker = object()
count = sys.getrefcount(marker)
one = (marker, 2)
kept = [get(one, 0) for _ in range(20)]
print(sys.getrefcount(marker) - count, sys.getrefcount(one), attempt(get, one, "absent"), attempt(get, 5, 0))
del kept
print(sys.getrefcount(marker) - count, sys.getrefcount(one))
print(attempt(get, [Mortal("in a list")], 5), attempt(get, Mortal("no container"), 0))
