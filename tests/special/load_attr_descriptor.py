# A data descriptor of the object's class: C members and getsets, properties, script ones; changed, raising, counts.
import collections
import gc
import sys

from _objects import *


class Data:
    """A data descriptor in script; it says who asks."""

    def __init__(self, name="data"):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return (self.name, type(instance).__name__, owner.__name__, vars(instance).get("value"))

    def __set__(self, instance, value):
        vars(instance)["value"] = ("set", value)


class Guessed:
    value = Data()


class Child(Guessed):
    pass


class Shadowed(Guessed):
    value = "plain"


class NonData:
    value = type("OnlyGet", (), {"__get__": lambda self, instance, owner: "non-data"})()


class OnlySet:
    value = type("OnlySet", (), {"__set__": lambda self, instance, value: None, "__repr__": lambda self: "only set"})()


class OnlyDelete:
    value = type("OnlyDelete", (), {"__delete__": lambda self, instance: None,
                                    "__get__": lambda self, instance, owner: "with __delete__"})()


class Failing:
    value = type("Failing", (), {"__get__": lambda self, instance, owner: 1 // 0, "__set__": lambda *a: None})()


class Holder(list):
    __slots__ = "value",

    def __init__(self, value="in the slot of a list"):
        self.value = value


class EmptyHolder(list):
    __slots__ = "value",


class Asking(Guessed):
    def __getattribute__(self, name):
        return ("intercepted", object.__getattribute__(self, name)) if name == "value" else object.__getattribute__(self, name)


class Fallback:
    @property
    def value(self):
        raise AttributeError("none here")

    def __getattr__(self, name):
        return "fallback for " + name


Record = collections.namedtuple("Record", "value other")
kinds = [Guessed, Child, Shadowed, NonData, OnlySet, OnlyDelete, Failing, Holder, EmptyHolder, Asking, Fallback,
         lambda: Record(1, 2), lambda: Guessed]


def make_place():
    def get(o):
        return o.value
    return get


def make_temporary():
    def get_temporary(o):
        return (lambda: o)().value
    return get_temporary


def make_over():
    def get_over(o):
        o = o.value
        return o
    return get_over


def make_dropped():
    def get_dropped(o):
        o.value
        return "dropped"
    return get_dropped


for make in make_place, make_temporary, make_over, make_dropped:
    for guess in Guessed, Holder, OnlyDelete, lambda: Record("first", 2):
        print(make.__name__, type(guess()).__name__)
        drive(make, guess)
        place = make()
        for other in kinds:
            for _ in range(60):
                attempt(place, guess())
            print("  ", type(other()).__name__, attempt(place, other()), "|", attempt(place, guess()))
        for _ in range(3000):
            attempt(place, guess())
        print("   again", attempt(place, guess()))

# the class and the instance change
get = make_place()
one, child = Guessed(), Child()
initial = Guessed.__dict__["value"]


def warm(o=None, rounds=60):
    for _ in range(rounds):
        attempt(get, o or one)


class Slot:
    __slots__ = "value"


def raising(self, instance, owner):
    raise ArithmeticError("refused")


for value in (Data("another"), NonData.__dict__["value"], OnlySet.__dict__["value"], OnlyDelete.__dict__["value"],
              Failing.__dict__["value"], property(lambda self: "of a property"), property(), property(len),
              property(lambda self, more=1: more), Slot.__dict__["value"], list.append, type.__dict__["__dict__"],
              Guessed.__dict__["__dict__"], Guessed.__dict__["__weakref__"], 5, None, lambda self: 1, initial):
    warm()
    Guessed.value = value
    print("  ", attempt(get, one), "|", attempt(get, child), end=" | ")
    warm()
    print(attempt(get, one))
warm()
del Guessed.value
print(attempt(get, one))
Guessed.value = initial
print(attempt(get, one))
warm(rounds=700)
one.__dict__["value"] = "of the instance, which does not matter"
print(attempt(get, one))
one.value = "set"
print(attempt(get, one))
warm()
one.__dict__ = {"value": "another dict"}
print(attempt(get, one))
Guessed.value = NonData.__dict__["value"]
print(attempt(get, one))
Guessed.value = initial
print(attempt(get, one))
warm(child)
Child.value = "in between"
print(attempt(get, child))
del Child.value
print(attempt(get, child))
warm(child)
Child.__bases__ = (NonData,)
print(attempt(get, child))
Child.__bases__ = (Guessed,)
print(attempt(get, child))
warm()
one.__class__ = Shadowed
print(attempt(get, one))
one.__class__ = Asking
print(attempt(get, one))
one.__class__ = Guessed
print(attempt(get, one))
warm()
Guessed.__getattribute__ = lambda self, name: "intercepted " + name
print(attempt(get, one))
del Guessed.__getattribute__
print(attempt(get, one))

# the descriptor's own class changes: __get__ and __set__ come and go
getter, setter = Data.__get__, Data.__set__
for _ in range(3):
    warm(rounds=700)
    Data.__get__ = lambda self, instance, owner: ("replaced", self.name)
    print(attempt(get, one), end=" ")
    Data.__get__ = raising
    print(attempt(get, one), end=" ")
    warm()
    Data.__get__ = getter
    print(attempt(get, one), end=" ")
    warm()
    del Data.__set__
    print(attempt(get, one), end=" ")
    Data.__set__ = setter
    print(attempt(get, one), end=" ")
    warm()
    del Data.__get__
    one.__dict__.pop("value", None)
    print(attempt(get, one)[:16], end=" ")
    one.__dict__["value"] = "of the instance"
    print(attempt(get, one), end=" ")
    Data.__get__ = getter
    print(attempt(get, one))


# the descriptor leaves its class while it answers
class Leaving:
    def __get__(self, instance, owner):
        del owner.value
        gc.collect()
        return ("left", type(self).__name__)

    def __set__(self, instance, value):
        pass

    def __del__(self):
        print("    end of the descriptor")


class Moving:
    def __get__(self, instance, owner):
        instance.__class__ = Holding
        return ("moved", owner.__name__)

    def __set__(self, instance, value):
        pass


class Holding:
    pass


for descriptor in Leaving, Moving:
    for _ in range(3):
        class Owner:
            value = Data()
        o = Owner()
        warm(o)
        Owner.value = descriptor()
        print(attempt(get, o), type(o).__name__, attempt(get, o))
    for _ in range(60):
        if descriptor is Moving:
            o.__class__ = Owner
        else:
            Owner.value = type("Quiet", (Leaving,), {"__del__": lambda self: None})()
        get(o)
    print(type(o).__name__, attempt(get, o))

# what C types have: members and getsets of functions, methods, exceptions, numbers, slices, classes
failure = KeyError("key")


def function():
    """Documented."""


def places_of(name):
    space = {}
    exec("def get(o):\n    return o.%s" % name, space)
    return space["get"]


class Number(int):
    pass


def running():
    yield


for name, objects in (("__name__", [function, len, Guessed, int, sys, one, "".join, type]),
                      ("__doc__", [function, Guessed, one, sys, property(function), classmethod(function)]),
                      ("__dict__", [function, one, sys, failure, Number(1), 5, Holder()]),
                      ("args", [failure, ValueError(1, 2), one, OSError(2, "x"), 5]),
                      ("errno", [OSError(2, "x"), OSError(), failure]), ("real", [5, True, 1.5, 2j, Number(7), "x"]),
                      ("start", [slice(1, 2), range(3), one, 5]), ("fget", [property(len), Fallback.value, one]),
                      ("__self__", ["".join, [].append, len, Plain(1).method, function]),
                      ("__code__", [function, make_place, len, Plain(1).method]), ("gi_code", [running(), function]),
                      ("__traceback__", [failure, one]), ("__class__", [one, 5, Guessed, type, super(Child, child)]),
                      ("__mro__", [int, Child, one]), ("__bases__", [Child, int, one]), ("default_factory", [
                          collections.defaultdict(list), {}]), ("maxlen", [collections.deque([], 5), []])):
    place = places_of(name)
    for first in objects:
        for _ in range(60):
            attempt(place, first)
        found = [attempt(place, other) if name != "__dict__" or not hasattr(other, "__path__") and other is not sys else
                 len(attempt(place, other)) > 9 for other in objects]
        if name == "__doc__":
            found = [len(text) > 6 for text in found]
        print(name, *(text if type(text) is bool else text[:60] for text in found), sep=" | ")
function.__name__ = "renamed"
place = places_of("__name__")
for _ in range(60):
    place(function)
function.__name__ = "again"
print(place(function))
place = places_of("start")
print(attempt(lambda: place(None)), attempt(place, None))


# classes: the name is a data descriptor of the metaclass
class Meta(type):
    value = property(lambda cls: ("of the metaclass", cls.__name__))


class OfMeta(metaclass=Meta):
    value = "hidden"


get, name_of = make_place(), places_of("__name__")
for _ in range(60):
    attempt(get, OfMeta), name_of(Guessed)
print(attempt(get, OfMeta), attempt(get, OfMeta()), name_of(OfMeta), name_of(Guessed), attempt(name_of, OfMeta()))
Guessed.__name__ = "Renamed"
print(name_of(Guessed))
Guessed.__name__ = "Guessed"
del Meta.value
print(attempt(get, OfMeta))


# counts, ends, classes that end
def of_passing_class(number):
    class Passing:
        value = Data(number)
    return get(Passing())


print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])
marker = object()
get, temporary, one = make_place(), make_temporary(), Holder(marker)
descriptor = Holder.__dict__["value"]
before = sys.getrefcount(marker), sys.getrefcount(one), sys.getrefcount(descriptor), sys.getrefcount(initial)
kept = [get(one) for _ in range(60)] + [temporary(one) for _ in range(60)]
print(sys.getrefcount(marker) - before[0], sys.getrefcount(one) - before[1], sys.getrefcount(descriptor) - before[2])
kept = [get(Guessed()) for _ in range(60)] + [attempt(get, Failing()) for _ in range(60)]
print(sys.getrefcount(initial) - before[3])
del kept, one.value
print(attempt(get, one), sys.getrefcount(marker) - before[0])


class Ending(list):
    __slots__ = "value",

    def __init__(self, name):
        self.value = Mortal(name)

    def __del__(self):
        print("    end of the list with", self.value)


class Refusing(Mortal):
    value = Failing.__dict__["value"]


def of_temporary(name):
    found = Ending(name).value
    print("    next statement")
    Ending(name + " dropped").value
    print("    the one before the last")
    Refusing(name + ", refused").value
    return found


for number in range(3):
    print(attempt(of_temporary, "number %d" % number))


class Deep:
    class Value:
        def __get__(self, instance, owner):
            return instance.value

        def __set__(self, instance, value):
            pass
    value = Value()


for _ in range(3):
    print(attempt(get, Deep()), attempt(get, Guessed()))
