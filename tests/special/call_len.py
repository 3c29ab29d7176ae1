# A call of the builtin len: shadowed, replaced, other callables, containers that answer themselves.
import builtins
import sys

from _callables import *


def call(f, a):
    return f(a)


def to_local(f, a):
    found = f(a)
    return found


def of_builtin(a):
    return len(a)


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


class SizedList(list):
    def __len__(self):
        return 1000


class PlainList(list):
    pass


class Raising:
    def __len__(self):
        raise ArithmeticError("no length")


class NotSized:
    __len__ = None


class Indexed:
    def __index__(self):
        return 5


arguments = [[], [1], (), (1, 2), "", "abc", "\u20ac", {}, {1: 2}, set(), {1, 2}, frozenset((1,)), b"ab", bytearray(5),
             range(10), range(2**62), range(2**64), {}.keys(), {1: 2}.items(), PlainList([1, 2]), SizedList(), Sized(3),
             Sized(1000), Sized(-1), Sized("text"), Sized(None), Sized(True), Sized(2**63), Sized(2**63 - 1),
             Sized(Indexed()), Raising(), NotSized(), None, 5, list, Plain(1), iter([]), vars(Sized(1)), globals().__class__,
             [0] * 300, "x" * 1000]
drive([call, to_local], len, [1, 2, 3], arguments)
for other in arguments:
    of_builtin("guess")
    print(attempt(of_builtin, other), attempt(of_builtin, "guess"))


def numbers(items):
    """Lengths that were kept stay, whatever the register of the next length does."""
    kept = []
    for item in items:
        length = len(item)
        kept.append(length)
        length += 1000
        kept.append(length)
        length = len(item)
        kept.append(length)
    return kept


print(numbers([[0] * 5, "x" * 500, (0,) * 999, {}, range(1000), Sized(2000), [0] * 300]))
for _ in range(60):
    of_builtin("guess")
len = lambda a: ("shadow", a)
print(of_builtin("guess"))
del len
print(of_builtin("guess"))
original = builtins.len
builtins.len = lambda a: ("replaced", a)
print(of_builtin("guess"))
builtins.len = original
print(of_builtin("guess"))
for _ in range(60):
    of_builtin("guess")


class Shape:
    pass


shape = Shape()
for number in range(5):
    setattr(shape, "a%d" % number, number)
    print(of_builtin(shape.__dict__), of_builtin(vars(shape)))
count = sys.getrefcount(original)
marker = [1, 2]
marker_count = sys.getrefcount(marker)
for _ in range(50):
    call(original, marker), of_builtin(marker)
print(sys.getrefcount(original) - count, sys.getrefcount(marker) - marker_count)


def temporary(name):
    print(len([Mortal(name)]))
    print("    next statement")
    return len(Mortal(name + ", no container"))


for number in range(3):
    print(attempt(temporary, "number %d" % number))
