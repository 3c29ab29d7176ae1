# a[i] = byte of a bytearray: other containers, keys and values, ends of the range.
import sys

from _containers import *


def by_register(container, key, value):
    container[key] = value


def temporary_container(container, key, value):
    (lambda: container)()[key] = value


def temporary_key(container, key, value):
    container[(lambda: key)()] = value


def temporary_value(container, key, value):
    container[key] = (lambda: value)()


def all_temporary(container, key, value):
    (lambda: container)()[(lambda: key)()] = (lambda: value)()


def computed(container, key, value):
    container[key + 0] = value + 0 if type(value) is int else value


def constant(container, key, value):
    container[1] = 7


def guess():
    return bytearray(b"abc")



for place in by_register, temporary_container, temporary_key, computed:
    print(place.__name__)
    for other in containers():
        for number in range(45):
            place(guess(), 1, number)
        print("  ", type(other).__name__, "|", attempt(place, other, 1, 88), "|", show(other))
    for other in KEYS:
        for number in range(45):
            place(guess(), 1, number)
        array = guess()
        print("  ", show(other), "|", attempt(place, array, other, 88), "|", array)
    for _ in range(3000):
        place(guess(), 2, 65)
    for other in containers():
        for key in KEYS:
            attempt(place, other, key, 1)
    array = guess()
    place(array, -1, 255)
    print("   at last |", array)


class PlainBytearray(bytearray):
    pass


class AnsweringBytearray(bytearray):
    __setitem__ = Answering.__setitem__


VALUES = [0, 255, 256, -1, 2**31, 2**63, -2**63, 10**30, True, False, PlainInt(65), PlainInt(300), 65.0, None, "A", b"A",
          Index(66), Index(-1), BadIndex(), [], ..., 1j]
PLACES = [by_register, temporary_container, temporary_key, temporary_value, all_temporary, computed]


def warm(place, rounds=60):
    array = bytearray(b"abc")
    for number in range(rounds):
        place(array, number % 3, number % 256)


for place in PLACES:
    print(place.__name__)
    for value in VALUES:
        warm(place)
        array = guess()
        print("  ", show(value), "|", attempt(place, array, 1, value), "|", array, "|",
              attempt(place, array, -1, 90), array)
    for key in 0, -1, 3, -3, -4, 2**62, -2**63, 2**70, True, Index(1), Index(5), "1", None, slice(0, 2), slice(0, 3, 2):
        warm(place)
        array = guess()
        print("  ", show(key), "|", attempt(place, array, key, 88), "|", array, "|", attempt(place, array, 0, 66), array)
    for one in bytearray(), PlainBytearray(b"abc"), AnsweringBytearray(b"abc"), b"abc", [1, 2, 3], {}, Mortal("no array"):
        warm(place)
        print("  ", type(one).__name__, "|", attempt(place, one, 1, 67), "|", show(one))
    one = None
array = bytearray(3)
warm(constant)
constant(array, None, None)
print(array, attempt(constant, [1, 2], 0, 0), attempt(constant, bytearray(1), 0, 0))

# sizes that change, arrays that others look at
array = bytearray(b"0123456789")
warm(by_register)
by_register(array, 9, 65)
del array[5:]
print(attempt(by_register, array, 9, 66), attempt(by_register, array, 4, 67), attempt(by_register, array, -5, 68), array)
array.extend(bytes(300))
by_register(array, 304, 255)
print(array[304], attempt(by_register, array, 305, 1), len(array))
array.clear()
print(attempt(by_register, array, 0, 1))


class Shrinking:
    """As a key it answers 1, as a value 65: both after the array is empty."""

    def __init__(self, answer):
        self.answer = answer

    def __index__(self):
        array.clear()
        return self.answer


for key, value in ((Shrinking(1), 65), (1, Shrinking(65)), (Shrinking(1), Shrinking(65))):
    array = bytearray(b"abc")
    print(attempt(by_register, array, key, value), array)


def sieve(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[0] = flags[1] = 0
    for i in range(2, limit + 1):
        if flags[i]:
            for multiple in range(i * i, limit + 1, i):
                flags[multiple] = 0
    return sum(flags)


def counted(text):
    counts = bytearray(256)
    for byte in text:
        counts[byte] += 1
        counts[byte ^ 1] = counts[byte ^ 1] * 2 % 256
    return counts


print(sieve(1000), sum(counted(b"the quick brown fox" * 5)))
try:
    counted(b"x" * 300)
except ValueError as error:
    print(error)
array = bytearray(b"abc")
value = 200
before = sys.getrefcount(array)
for _ in range(100):
    by_register(array, 1, value)
print(sys.getrefcount(array) - before, array)
