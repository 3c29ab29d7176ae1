# Callables that make the guess of a call fail.
import functools

from _objects import Mortal, show


def one_parameter(a):
    return ("one", a)


def two_parameters(a, b):
    return ("two", a, b)


def with_default(a, b="default"):
    return ("default", a, b)


def with_star(*a):
    return ("star", a)


def with_keywords(a, **keywords):
    return ("keywords", a, keywords)


def keyword_only(a, *, b="only"):
    return ("keyword only", a, b)


def keyword_needed(a, *, b):
    return ("needed", a, b)


def positional_only(a, /):
    return ("positional", a)


def generator(a):
    yield ("generated", a)


def raising(a):
    raise ArithmeticError("raised for " + show(a))


def recursing(a):
    return recursing(a)


def with_cell(a):
    def inner():
        return a
    return ("cell", inner())


class Plain:
    def __init__(self, a):
        self.a = a

    def method(self, a):
        return ("method", a)

    def __repr__(self):
        return "Plain(%s)" % show(self.a)

    @classmethod
    def of_class(cls, a):
        return ("classmethod", cls.__name__, a)

    @staticmethod
    def static(a):
        return ("static", a)


class Callable:
    def __call__(self, a):
        return ("called", a)


class WithNew:
    def __new__(cls, a):
        return ("new", a)


class NewAndInit:
    def __new__(cls, a):
        return super().__new__(cls)

    def __init__(self, a):
        self.a = a

    def __repr__(self):
        return "NewAndInit(%s)" % show(self.a)


class NoInit:
    def __repr__(self):
        return "NoInit()"


class BadInit:
    def __init__(self, a):
        return a


class RaisingInit:
    def __init__(self, a):
        raise ArithmeticError("in __init__")


class DefaultInit(Plain):
    def __init__(self, a, b=5):
        super().__init__((a, b))


class Meta(type):
    def __call__(cls, a):
        return ("of the metaclass", cls.__name__, a)


class OfMeta(metaclass=Meta):
    pass


class IntLike(int):
    def __new__(cls, a):
        return super().__new__(cls, 5)


def callables():
    return [one_parameter, two_parameters, with_default, with_star, with_keywords, keyword_only, keyword_needed,
            positional_only, generator, raising, with_cell, lambda a: ("lambda", a), lambda: "none", Plain,
            Plain(0).method, Plain.method, Plain.of_class, Plain.static, Callable(), Callable, WithNew, NewAndInit,
            NoInit, BadInit, RaisingInit, DefaultInit, OfMeta, IntLike, int, str, list, tuple, type, object, len, abs,
            repr, hash, id.__class__, "text".join, [].append, {}.get, "a,b".split, sum, max, isinstance, getattr,
            str.upper, list.append, functools.partial(two_parameters, 1), functools.lru_cache(one_parameter), None, 5,
            "text", Plain(1), [], iter([1]), ArithmeticError, super, property(one_parameter), range, enumerate]


def attempt(place, *operands):
    try:
        found = place(operands[0], operands[1]) if len(operands) == 2 else place(operands[0])
        return show(next(found)) if type(found) is type(generator(0)) else show(found)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def drive(places, guess, argument, arguments=()):
    """Every callable after the guessed one, then the guessed one with other arguments."""
    for place in places:
        print(place.__name__)
        for other in callables():
            for _ in range(45):
                attempt(place, guess, argument)
            print("  ", show(other)[:40], "|", attempt(place, other, argument), "|", attempt(place, guess, argument))
        for other in arguments:
            for _ in range(45):
                attempt(place, guess, argument)
            print("  ", show(other), "|", attempt(place, guess, other), "|", attempt(place, guess, argument))
        for _ in range(200):
            for other in callables():
                attempt(place, other, argument)
        print("   at last |", attempt(place, guess, argument))
