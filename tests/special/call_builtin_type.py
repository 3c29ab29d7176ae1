# A builtin type that is called: other types and callables, arguments that it refuses, temporaries.
import sys

from _callables import *


def call(f, a):
    return f(a)


def over(f, a):
    f = f(a)
    return f


def dropped(f, a):
    f(a)
    return "dropped"


def nothing(f, a):
    return f()


def pair(f, a):
    return f(a, a)


def three(f, a):
    return f(a, a, a)


def temporary(f, a):
    return (lambda: f)()((lambda: a)())


class IntLikeToo(int):
    def __new__(cls, *a):
        return "of __new__"


class Number:
    def __int__(self):
        return 7

    __index__ = __int__

    def __float__(self):
        return 7.5

    def __complex__(self):
        return 7j

    def __str__(self):
        return "text of Number"

    def __bytes__(self):
        return b"bytes of Number"

    def __bool__(self):
        return False

    def __len__(self):
        return 2

    def __iter__(self):
        return iter((("a", 1), ("b", 2)))

    def __reversed__(self):
        return iter("reversed")


class Refusing:
    def __getattr__(self, name):
        raise ArithmeticError("no " + name)

    __int__ = __float__ = __str__ = __bytes__ = __bool__ = __iter__ = __len__ = __reversed__ = \
        lambda self: 1 // 0


TYPES = [int, str, float, bool, bytes, bytearray, list, tuple, set, frozenset, dict, complex, type, object, range, slice,
         enumerate, reversed, zip, map, filter, property, classmethod, staticmethod, super, BaseException, ValueError,
         KeyError, StopIteration, OSError, SystemExit, IntLikeToo, Plain, WithNew]
ARGUMENTS = [5, -1, 2**70, True, 1.5, float("nan"), 1j, "7", "text", "", b"7", bytearray(b"a"), None, ..., [], [1, 2], (3, 4),
             {5: 6}, {7}, "ab", range(3), int, len, Number(), Refusing(), [("a", 1)], ["ab", "cd"], NotImplemented]


def listed(found):
    if type(found) in (enumerate, reversed, zip, map, filter) or "iterator" in type(found).__name__:
        try:
            return type(found).__name__, list(found)
        except Exception as error:
            return type(found).__name__, type(error).__name__, str(error)
    return found


def tried(place, f, a):
    try:
        return show(listed(place(f, a)))[:100]
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


for place in call, over, nothing, pair, three, temporary, dropped:
    print(place.__name__)
    for kind in TYPES:
        made = []
        for argument in ARGUMENTS if place is call else ARGUMENTS[::5]:
            for _ in range(45):
                try:
                    place(list, "ab")
                except TypeError:
                    pass
            made.append(tried(place, kind, argument))
            place(list, "ab") if place not in (pair, three) else None
        print("  ", kind.__name__, *made, sep=" | ")
drive([call, temporary], tuple, "argument")
drive([over, dropped], str, "argument")


# one place for all of them
def everything():
    found = []
    for _ in range(200):
        for kind in TYPES:
            for argument in ARGUMENTS[::9]:
                found.append(tried(call, kind, argument))
    return len(found), len(set(found))


print(everything())

# the results are new objects, or the same where CPython says so
for kind, argument in ((list, [1]), (tuple, (1, 2)), (str, "text"), (int, 10**20), (float, 1.5), (bytes, b"ab"), (dict, {}),
                       (set, {1}), (frozenset, frozenset((1,))), (bytearray, bytearray(1)), (complex, 1j), (bool, True)):
    for _ in range(60):
        call(kind, argument)
    print(kind.__name__, call(kind, argument) is argument, over(kind, argument) == argument)


class Named(type):
    def __call__(cls, *a):
        return "of the metaclass", a


class OfNamed(list, metaclass=Named):
    pass


class Derived(list):
    def __init__(self, *a):
        print("    __init__ of Derived", *a)


for _ in range(60):
    call(list, "ab")
print(call(OfNamed, "ab"), call(Derived, "ab"), call(list, "ab"))


# arguments that die, and iterables that fail in the middle
def iterate(name, fails):
    yield Mortal(name + " 1")
    if fails:
        raise ArithmeticError("in the middle")
    yield Mortal(name + " 2")


def made_of_mortals(kind, fails):
    try:
        found = kind(iterate(kind.__name__, fails))
        print("   made", len(found))
    except ArithmeticError as error:
        print("  ", error)


for kind in list, tuple, list, tuple:
    for _ in range(3):
        made_of_mortals(kind, False)
        made_of_mortals(kind, True)


def of_temporary(kind, name):
    kind(Mortal(name))
    print("   next statement")
    return kind(Mortal(name + " again"))


for kind in type, str, bool, type, property, list:
    for _ in range(3):
        print(attempt(of_temporary, kind, kind.__name__))
marker = [object()]
for _ in range(60):
    call(list, marker)
before = sys.getrefcount(marker[0]), sys.getrefcount(marker)
kept = [call(list, marker) for _ in range(20)]
print(sys.getrefcount(marker[0]) - before[0], sys.getrefcount(marker) - before[1])
del kept
print(sys.getrefcount(marker[0]) - before[0])
for _ in range(20):
    attempt(call, int, marker)
print(sys.getrefcount(marker) - before[1])
