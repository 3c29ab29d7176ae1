# A store into a list by an int: other containers, other keys, what ends when it is overwritten.
import sys

from _containers import *


def put(o, key, value):
    o[key] = value


def constant_key(o, key, value):
    o[1] = value


def constants(o, key, value):
    o[1] = 1000


def computed(o, key, value):
    o[key + 0] = [value]


def augmented(o, key, value):
    o[key] += value


drive_stores([put, constant_key, constants, computed, augmented], lambda: [10, 11, 12], 1)

one = [1, 2, 3]
for number in range(-4, 4):
    print(attempt(put, one, number, "new"), one)
one.clear()
print(attempt(put, one, 0, "new"), one)


class Clearing:
    def __del__(self):
        print("    the end sees", [show(item) for item in holder])
        holder.clear()


holder = [Clearing(), 1]
for _ in range(45):
    put([0], 0, 0)
put(holder, 0, "new")
print(holder)


def overwrite(o, name):
    o[0] = Mortal(name)
    print("    next statement")


one = [0, 1]
for number in range(3):
    overwrite(one, "number %d" % number)
del one
marker = object()
count = sys.getrefcount(marker)
one = list(range(30))
for number in range(30):
    put(one, number, marker)
print(sys.getrefcount(marker) - count, sys.getrefcount(one))
print(attempt(put, 5, 0, marker), attempt(put, one, [], marker), sys.getrefcount(marker) - count)
one.clear()
print(sys.getrefcount(marker) - count)


def store_in_temporary(name):
    [Mortal(name + ' old')][0] = Mortal(name)
    print("    next statement")


for number in range(3):
    store_in_temporary("temporary %d" % number)


def failing(o, key):
    o[key] = Mortal("not stored")


print(attempt(lambda o, key: failing(o, key), (), 0))
print(attempt(lambda o, key: failing(o, key), [], 0))
