# A classmethod called through its class: replaced, deleted, other classes, metaclasses, instances, counts.
import gc
import sys

from _objects import *


def call(o):
    return o.method(5)


def call_none(o):
    return o.method()


def call_keyword(o):
    return o.method(argument=6)


def call_star(o):
    return o.method(*(7,))


def temporary(o):
    return (lambda: o)().method(8)


def over(o):
    o = o.method(9)
    return o


class Base:
    @classmethod
    def method(cls, argument="default"):
        return (cls.__name__, argument)


class Child(Base):
    pass


class Other(Base):
    @classmethod
    def method(cls, argument="default"):
        return ("other", cls.__name__, argument)


class Meta(type):
    @classmethod
    def method(mcls, argument="default"):
        return ("of the metaclass", mcls.__name__, argument)


class OfMeta(metaclass=Meta):
    pass


class Both(metaclass=Meta):
    @classmethod
    def method(cls, argument="default"):
        return ("of the class", cls.__name__, argument)


class DataMeta(type):
    method = property(lambda cls: lambda *a, **k: ("data of the metaclass", cls.__name__))


class Hidden(metaclass=DataMeta):
    @classmethod
    def method(cls, *a):
        return "hidden"


class Asking(type):
    def __getattribute__(cls, name):
        return (lambda *a, **k: "intercepted") if name == "method" else type.__getattribute__(cls, name)


class Asked(metaclass=Asking):
    @classmethod
    def method(cls, *a):
        return "not found"


class Static:
    @staticmethod
    def method(argument="default"):
        return ("static", argument)


class Plainly:
    def method(self, argument="default"):
        return ("plain", self, argument)


class Late:
    def __init__(self):
        self.method = lambda *a, **k: ("of the instance", a)


places = [call, call_none, call_keyword, call_star, temporary, over]


def warm(class_, rounds=60):
    for _ in range(rounds):
        for place in places:
            attempt(place, class_)


original = Base.__dict__["method"]
for place in places:
    print(place.__name__)
    for other in (Child, Other, OfMeta, Both, Hidden, Asked, Static, Plainly, Plainly(), Late(), Base(), Child(), int, None, 5,
                  sys, type, Meta, Answering(), Raising(), Property(1), super(Child, Child), super(Child, Child())):
        for _ in range(50):
            attempt(place, Base)
        print("  ", type(other).__name__, "|", attempt(place, other), "|", attempt(place, Base))
warm(Base, 3000)


class Callable:
    def __call__(self, *a, **k):
        return ("called", len(a), k)


class Get:
    def __get__(self, instance, owner):
        return lambda *a, **k: ("got for", owner.__name__)


class DerivedClassmethod(classmethod):
    pass


class Overriding(classmethod):
    def __get__(self, instance, owner=None):
        return lambda *a, **k: "of the overriding __get__"


for value in (classmethod(lambda cls, argument=0: ("replaced", cls.__name__, argument)), classmethod(lambda cls: "alone"),
              classmethod(lambda: 1), classmethod(lambda *a, **k: (len(a), k)), classmethod(Callable()), classmethod(len),
              classmethod(Get()), classmethod(property(lambda cls: lambda *a, **k: ("chained", cls.__name__))),
              classmethod(classmethod(lambda *a, **k: "twice")), classmethod(staticmethod(lambda *a, **k: len(a))),
              classmethod(None), classmethod(Child), classmethod(int), classmethod(Base().__init__), DerivedClassmethod(
                  lambda cls, argument=0: ("derived", cls.__name__)), Overriding(lambda cls: 1), Get(), Callable(),
              lambda argument=1: ("a function", argument), staticmethod(lambda argument=2: ("static", argument)),
              abs, str, 7, None, property(lambda self: 1), dict.fromkeys, original):
    Base.method = value
    print(*(attempt(place, class_).split(" of 0x")[0] for place in places for class_ in (Base, Child)), sep=" | ")
    warm(Base)
    warm(Child)
    print("  ", *(attempt(place, class_).split(" of 0x")[0] for place in places for class_ in (Base, Child)), sep=" | ")
warm(Base)
del Base.method
print([attempt(place, Base) for place in places])
Base.method = original
print([attempt(place, Base) for place in places])
warm(Child, 700)
Child.method = classmethod(lambda cls, argument=0: ("in between", cls.__name__, argument))
print([attempt(place, Child) for place in places])
del Child.method
print([attempt(place, Child) for place in places])
warm(Child)
Child.__bases__ = (Other,)
print([attempt(place, Child) for place in places])
Child.__bases__ = (Base,)
print([attempt(place, Child) for place in places])
warm(Both)
Meta.method = property(lambda cls: lambda *a, **k: "data descriptor, too late")
print([attempt(place, Both) for place in places])
del Meta.method
print([attempt(place, Both) for place in places])

# the classmethod and its function are changed in place
warm(Base)
original.__init__(lambda cls, argument=0: ("of the second __init__", cls.__name__))
print([attempt(place, Base) for place in places])
warm(Base)
function = original.__func__
function.__code__ = (lambda cls, argument: ("other code", cls.__name__, argument)).__code__
print([attempt(place, Base) for place in places])
function.__defaults__ = None
print([attempt(place, Base) for place in places])
original.__init__(lambda cls, argument="again": (cls.__name__, argument))
print([attempt(place, Base) for place in places])


def call_with(o, f):
    return o.method(f())


def remove():
    Base.method = classmethod(lambda cls, argument: ("too late", argument))
    return "removed"


for _ in range(60):
    call_with(Base, int)
print(call_with(Base, remove), call_with(Base, int))
Base.method = original


def of_passing_class(number):
    class Passing:
        @classmethod
        def method(cls, argument):
            return number, argument, cls.__name__
    return call(Passing)


print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])


# alternative constructors, chains of super(), registries
class Made:
    made = 0

    def __init__(self, value):
        self.value = value

    @classmethod
    def of(cls, value):
        cls.made += 1
        return cls(value)

    @classmethod
    def pair(cls, value):
        return cls.of(value), cls.of(value + 1)


class MadeToo(Made):
    @classmethod
    def of(cls, value):
        return super().of(("too", value))


class MadeMore(MadeToo):
    made = 100


for _ in range(60):
    Made.pair(1), MadeToo.pair(2), MadeMore.pair(3)
print([(type(one).__name__, one.value) for kind in (Made, MadeToo, MadeMore) for one in kind.pair(5)])
print(Made.made, MadeToo.made, MadeMore.made)
warm(Base, 700)
function = original.__func__
count = sys.getrefcount(Base), sys.getrefcount(function), sys.getrefcount(original)
for _ in range(50):
    call(Base)
    temporary(Base)
print(sys.getrefcount(Base) - count[0], sys.getrefcount(function) - count[1], sys.getrefcount(original) - count[2])


def construct(class_, name):
    return class_.method(Mortal(name))


for number in range(3):
    print(construct(Base, "argument %d" % number))
print(attempt(construct, int, "refused"))
