# A staticmethod called through an instance: replaced, deleted, shadowed, other classes, in place, counts.
import gc
import sys

from _objects import *


class Base:
    def __init__(self):
        self.first = 1

    @staticmethod
    def method(argument="default", *, key=0):
        return ("static", argument, key)


class Child(Base):
    pass


class Other(Base):
    @staticmethod
    def method(argument="default", *, key=0):
        return ("other", argument, key)


class More(Base):
    def __init__(self):
        self.more = 1
        self.first = 2


class Slotted:
    __slots__ = "first",
    method = staticmethod(lambda argument="default", *, key=0: ("slots", argument, key))


class Items(list):
    method = staticmethod(lambda argument="default", *, key=0: ("list", argument, key))


class ByClass:
    @classmethod
    def method(cls, argument="default", *, key=0):
        return ("class", cls.__name__, argument, key)


class Plainly:
    def method(self, argument="default", *, key=0):
        return ("plain", argument, key)


class Many(Base):
    def __init__(self):
        for number in range(80):
            setattr(self, "n%d" % number, number)
        del self.n3


class Holding(Base):
    def __init__(self):
        self.first = 1
        self.method = lambda *a, **k: ("of the instance", a)


class Asking(Base):
    def __getattribute__(self, name):
        return (lambda *a, **k: "intercepted") if name == "method" else object.__getattribute__(self, name)


def make_call():
    def call(o):
        return o.method(5)
    return call


def make_none():
    def call_none(o):
        return o.method()
    return call_none


def make_keyword():
    def call_keyword(o):
        return o.method(argument=6, key=7)
    return call_keyword


def make_star():
    def call_star(o):
        return o.method(*(7,))
    return call_star


def make_temporary():
    def call_temporary(o):
        return (lambda: o)().method(8)
    return call_temporary


def make_over():
    def call_over(o):
        o = o.method(9)
        return o
    return call_over


def make_local():
    """The window's place for self was used before."""
    def call_local(o):
        found = o.method(o.first), o.method(str(o.first))
        return found, o.method(len("ten"))
    return call_local


makers = make_call, make_none, make_keyword, make_star, make_temporary, make_over, make_local
for make in makers:
    print(make.__name__)
    drive(make, Base)
    place = make()
    for other in (Child, Other, More, Slotted, Items, ByClass, Plainly, Many, Holding, Asking, lambda: Base,
                  lambda: Child, lambda: super(Child, Child()), lambda: sys):
        for _ in range(60):
            attempt(place, Base())
        print("  ", type(other()).__name__, "|", attempt(place, other()), "|", attempt(place, Base()))
    for _ in range(3000):
        attempt(place, Base())
    print("   again", attempt(place, Base()))

places = [make() for make in makers]
one, child = Base(), Child()
initial = Base.__dict__["method"]


def warm(o=None, rounds=60):
    for _ in range(rounds):
        for place in places:
            attempt(place, o or one)


def look():
    print(*(attempt(place, o).split(" of 0x")[0] for place in places for o in (one, child)), sep=" | ")


class Callable:
    def __call__(self, *a, **k):
        return ("called", len(a), k)


class Get:
    def __get__(self, instance, owner):
        return lambda *a, **k: ("got for", owner.__name__)


class DerivedStatic(staticmethod):
    pass


class Overriding(staticmethod):
    def __get__(self, instance, owner=None):
        return lambda *a, **k: "of the overriding __get__"


for value in (staticmethod(lambda argument=0: ("replaced", argument)), staticmethod(lambda: "alone"),
              staticmethod(lambda *a, **k: (len(a), k)), staticmethod(lambda a, b: 1), staticmethod(Callable()),
              staticmethod(len), staticmethod(Get()), staticmethod(property(len)), staticmethod(initial),
              staticmethod(classmethod(len)), staticmethod(None), staticmethod(Child), staticmethod(int),
              staticmethod(one.__init__), DerivedStatic(lambda argument=0: ("derived", argument)),
              Overriding(lambda: 1), Get(), Callable(), lambda self, argument=1: ("a function", argument),
              classmethod(lambda cls, argument=2: ("class", cls.__name__, argument)), abs, str, 7, None,
              property(lambda self: lambda *a, **k: "of a property"), initial):
    Base.method = value
    look()
    warm()
    warm(child)
    look()
warm()
del Base.method
look()
Base.method = initial
look()
warm(child, 700)
Child.method = staticmethod(lambda argument=0, key=1: ("in between", argument, key))
look()
del Child.method
warm(child)
Child.__bases__ = (Other,)
look()
Child.__bases__ = (Base,)
warm()
one.method = lambda *a, **k: "of the instance"
look()
one.method = 5
look()
del one.method
look()
warm()
one.__dict__["method"] = lambda *a, **k: "through the dict"
look()
one.__dict__ = {"first": 1}
look()
warm()
one.__dict__ = {"first": 2, "method": lambda *a, **k: "of another dict"}
look()
one = Base()
warm()
one.__class__ = Other
look()
one.__class__ = Plainly
look()
one.__class__ = Base
look()
warm()
Base.__getattribute__ = lambda self, name: lambda *a, **k: "intercepted " + name
look()
del Base.__getattribute__
Base.__getattr__ = lambda self, name: "not asked"
look()
del Base.__getattr__

# the staticmethod and its function are changed in place
warm()
initial.__init__(lambda argument=0, *, key=1: ("of the second __init__", argument, key))
gc.collect()
look()
warm()
initial.__init__(Callable())
look()
warm()
initial.__init__(lambda argument=0, *, key=1: ("of the last __init__", argument, key))
look()
warm()
function = initial.__func__
function.__code__ = (lambda argument, key: ("other code", argument, key)).__code__
look()
function.__defaults__ = ("new default", "new key")
look()
function.__defaults__ = None
function.__kwdefaults__ = {"key": "keyword default"}
function.__code__ = (lambda argument, *, key: ("keyword only", argument, key)).__code__
look()
function.__kwdefaults__ = None
look()
initial.__init__(lambda argument="again", *, key=0: (argument, key))


def call_with(o, f):
    return o.method(f())


def remove():
    Base.method = staticmethod(lambda argument: ("too late", argument))
    return "removed"


def leaving(argument=None):
    del Base.method
    gc.collect()
    return "survived", argument


one = Base()
for _ in range(60):
    call_with(one, int)
print(call_with(one, remove), call_with(one, int))
for _ in range(3):
    Base.method = staticmethod(lambda argument: argument)
    warm()
    Base.method = staticmethod(leaving)
    print(attempt(places[0], one))
Base.method = initial


def of_passing_class(number):
    class Passing:
        @staticmethod
        def method(argument):
            return number, argument
    return places[0](Passing())


print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])
warm(rounds=700)
function = initial.__func__
count = sys.getrefcount(one), sys.getrefcount(function), sys.getrefcount(initial), sys.getrefcount(Base)
for _ in range(50):
    for place in places:
        attempt(place, one)
        attempt(place, 5)
print(sys.getrefcount(one) - count[0], sys.getrefcount(function) - count[1], sys.getrefcount(initial) - count[2],
      sys.getrefcount(Base) - count[3])


# a temporary instance ends before the call, as it is no argument of it
class Ending(Mortal):
    @staticmethod
    def method(argument):
        print("    running for", argument)
        return argument

    @staticmethod
    def fail(argument):
        raise ArithmeticError(argument)

    @staticmethod
    def deeper(self):
        return self.deeper(self)


def of_temporary(name):
    found = Ending(name).method(Mortal("argument of " + name))
    print("    next statement")
    Ending(name).method(name)
    return found


for number in range(3):
    print(of_temporary("number %d" % number))
    print(attempt(lambda name: Ending(name).fail(Mortal("argument")), "failing"))
    print(attempt(lambda name: Ending(name).deeper(Ending("inner")), "deep"))
    print(attempt(lambda name: Ending(name).method(), "too few"))
