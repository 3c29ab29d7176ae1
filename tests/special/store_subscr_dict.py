# A store into a dict by any key: other containers, other keys, what ends when it is overwritten.
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


drive_stores([put, constant_key, constants, computed, augmented], lambda: {0: 10, 1: 11}, 1)

one = {}
for key in 1, True, 1.0, "text", None, (1, 2), Key(1), Key(7), 7, [], BadKey(), (1, []), {}:
    print(attempt(put, one, key, "for " + show(key)), [show(item) for item in one.items()])


class Instance:
    pass


instance = Instance()
for number in range(100):
    put(instance.__dict__, "n%d" % (number % 50), number)
print(instance.n49, len(instance.__dict__))
put(globals(), "made_here", 5)
print(made_here)
print(attempt(put, vars(Instance), "a", 5))


class Clearing:
    def __del__(self):
        print("    the end sees", [show(item) for item in holder.items()])
        holder.clear()


holder = {0: Clearing(), 1: 1}
put(holder, 0, "new")
print(holder)


class Growing(Key):
    __hash__ = Key.__hash__

    def __eq__(self, other):
        for number in range(100, 150):
            one[number] = number
        return False


one = {1: 1}
put(one, Growing(1), "new")
print(len(one), one[149])


def overwrite(o, name):
    o[0] = Mortal(name)
    print("    next statement")


one = {0: 0}
for number in range(3):
    overwrite(one, "number %d" % number)
del one
marker = object()
count = sys.getrefcount(marker)
one = {number: number for number in range(30)}
for number in range(30):
    put(one, number, marker)
print(sys.getrefcount(marker) - count, sys.getrefcount(one))
print(attempt(put, 5, 0, marker), attempt(put, one, [], marker), sys.getrefcount(marker) - count)
one.clear()
print(sys.getrefcount(marker) - count)


def store_in_temporary(name):
    {0: Mortal(name + ' old')}[0] = Mortal(name)
    print("    next statement")


for number in range(3):
    store_in_temporary("temporary %d" % number)


def failing(o, key):
    o[key] = Mortal("not stored")


print(attempt(lambda o, key: failing(o, key), (), 0))
print(attempt(lambda o, key: failing(o, key), {}, []))
