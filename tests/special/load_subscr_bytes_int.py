# b[i] of bytes and bytearray: other containers and keys, ends of the range, a bytearray that shrinks.
import sys

from _containers import *


def by_register(container, key):
    return container[key]


def over_container(container, key):
    container = container[key]
    return container


def over_key(container, key):
    key = container[key]
    return key


def temporary_container(container, key):
    return (lambda: container)()[key]


def temporary_key(container, key):
    return container[(lambda: key)()]


def constant(container, key):
    return container[1]


class PlainBytes(bytes):
    pass


class PlainBytearray(bytearray):
    pass


class AnsweringBytes(bytes):
    __getitem__ = Answering.__getitem__


class AnsweringBytearray(bytearray):
    __getitem__ = Answering.__getitem__


def guess():
    return b"abc"


def other_guess():
    return bytearray(b"abc")


drive_loads([by_register, over_container, temporary_container, temporary_key], guess, 1)
drive_loads([over_key, by_register, constant], other_guess, 1)


def warm(place, container, key, rounds=60):
    for _ in range(rounds):
        place(container, key)


for place in by_register, over_container, over_key, temporary_key:
    print(place.__name__)
    for one in (b"", b"\x00", b"\xff\xfe", bytes(range(256)), bytearray(), bytearray(b"\x80"), bytearray(range(256)),
                PlainBytes(b"abc"), PlainBytearray(b"abc"), AnsweringBytes(b"abc"), AnsweringBytearray(b"abc")):
        found = []
        for key in 0, -1, 1, -2, 255, -256, 256, -257, True, Index(0), 2**64, -2**64, "0", None, 0.0, slice(0, 1):
            warm(place, b"abc", 2)
            found.append(attempt(place, one, key))
        print("  ", type(one).__name__, len(one), *found, sep=" | ")

# every byte is the int that others have
every = bytes(range(256))
warm(by_register, every, 5)
print([by_register(every, i) is i for i in (0, 7, 255)], all(by_register(every, i) == i for i in range(256)))
array = bytearray(every)
print(all(by_register(array, i) is by_register(every, i) for i in range(256)))
print(all(by_register(array, i - 256) == i for i in range(256)))

# a bytearray changes its size between reads
array = bytearray(b"0123456789")
warm(by_register, array, 9)
print(by_register(array, 9))
del array[5:]
print(attempt(by_register, array, 9), attempt(by_register, array, 4), attempt(by_register, array, -5))
array += b"xyz" * 100
print(by_register(array, 304), attempt(by_register, array, 305))
array.clear()
print(attempt(by_register, array, 0))
array.extend(b"again")
warm(by_register, array, 0)
del array[:2]
print([by_register(array, i) for i in range(3)], attempt(by_register, array, 3))


class Shrinking:
    def __index__(self):
        array.clear()
        return 1


print(attempt(by_register, array, Shrinking()), len(array))


def summed(container):
    total = 0
    for i in range(len(container)):
        total += container[i]
        total = total + container[-1 - i] * 2 - container[i]
    return total


print(summed(every), summed(bytearray(every)), summed([1, 2, 3]), summed((5, 10**20)), summed(every))
data = bytes(every)
warm(by_register, data, 200)
before = sys.getrefcount(data)
kept = [by_register(data, 200) for _ in range(30)]
print(sys.getrefcount(data) - before)


class Ending(bytearray):
    def __del__(self):
        print("    end of", bytes(self))


def of_dying(kind):
    return kind(b"abc")[1]


for _ in range(60):
    of_dying(bytearray)
print(of_dying(Ending), of_dying(bytes), of_dying(bytearray))
print(attempt(lambda container, key: by_register(container, key), Mortal("container"), 1))
