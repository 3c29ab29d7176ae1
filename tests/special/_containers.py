# Containers and keys that make the guess of an item instruction fail.
from _objects import Mortal, show


class PlainList(list):
    pass


class PlainTuple(tuple):
    pass


class PlainStr(str):
    pass


class PlainDict(dict):
    pass


class PlainInt(int):
    pass


class Missing(dict):
    def __missing__(self, key):
        return ("missing", key)


class Answering:
    """Also as list, tuple, str and dict below."""

    def __getitem__(self, key):
        return ("answer for", key)

    def __setitem__(self, key, value):
        print("    set", show(key), show(value))


class AnsweringList(list):
    __getitem__, __setitem__ = Answering.__getitem__, Answering.__setitem__


class AnsweringTuple(tuple):
    __getitem__ = Answering.__getitem__


class AnsweringStr(str):
    __getitem__ = Answering.__getitem__


class AnsweringDict(dict):
    __getitem__, __setitem__ = Answering.__getitem__, Answering.__setitem__


class Raising:
    def __getitem__(self, key):
        raise ArithmeticError("no item %s" % show(key))

    def __setitem__(self, key, value):
        raise ArithmeticError("no place %s" % show(key))


class ClassItems:
    def __class_getitem__(cls, key):
        return ("of the class", key)


class Index:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        print("    asked for the index")
        return self.number


class BadIndex:
    def __index__(self):
        raise ArithmeticError("no index")


class Key:
    """Hashes and compares as its number."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return hash(self.number)

    def __eq__(self, other):
        return self.number == (other.number if isinstance(other, Key) else other)


class BadKey:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ArithmeticError("not to be compared")


def containers():
    return [[10, 11, 12], (10, 11, 12), "abc", {0: 10, 1: 11, -1: 19}, PlainList([10, 11]), PlainTuple((10, 11)),
            PlainStr("abc"), PlainDict({1: 11}), Missing(), Answering(), AnsweringList([1, 2]), AnsweringTuple((1, 2)),
            AnsweringStr("ab"), AnsweringDict({1: 2}), Raising(), ClassItems, ClassItems(), list, int, None, 5, 1.5,
            b"abc", bytearray(b"abc"), range(10, 20), {1, 2}, frozenset((1, 2)), [], (), "", {}, "a\u20acc",
            "\xe4\xf6", lambda: 0, iter([1, 2])]


KEYS = [0, 1, -1, 2, 3, -3, -4, 2**62, 2**63, -2**63, 10**30, True, False, PlainInt(1), 1.0, 0.5, 1j, "0", "b", None,
        (), (0, 1), [], slice(1, 2), slice(None, None, -1), slice(5, 1), Index(1), BadIndex(), Key(1), BadKey(), ...]


def attempt(place, *operands):
    try:
        return show(place(operands[0], operands[1]) if len(operands) == 2 else
                    place(operands[0], operands[1], operands[2]))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def drive_loads(places, guess, key):
    """Every container with the guessed key, and the guessed container with every key."""
    for place in places:
        print(place.__name__)
        for other in containers():
            for _ in range(45):
                place(guess(), key)
            print("  ", type(other).__name__, "|", attempt(place, other, key), "|", attempt(place, guess(), key))
        for other in KEYS:
            for _ in range(45):
                place(guess(), key)
            print("  ", show(other), "|", attempt(place, guess(), other), "|", attempt(place, guess(), key))
        for _ in range(12000):
            place(guess(), key)
        for other in containers():
            for other_key in KEYS:
                attempt(place, other, other_key)
        print("   at last |", attempt(place, guess(), key))


def drive_stores(places, guess, key):
    for place in places:
        print(place.__name__)
        for other in containers():
            for _ in range(45):
                place(guess(), key, 0)
            print("  ", type(other).__name__, "|", attempt(place, other, key, "new"), "|", show(other))
        for other in KEYS:
            for _ in range(45):
                place(guess(), key, 0)
            one = guess()
            try:
                place(one, other, "new")
                print("  ", show(other), "|", [show(item) for item in one.items()] if type(one) is dict else one)
            except Exception as error:
                print("  ", show(other), "|", type(error).__name__, error)
        for _ in range(12000):
            place(guess(), key, 0)
        one = guess()
        place(one, key, 777)
        print("   at last |", one)
