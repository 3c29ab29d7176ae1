# A call of a class whose __init__ is a script function: __init__ replaced, deleted, other callables.
import gc
import sys

from _callables import *


def call(f, a):
    return f(a)


def to_local(f, a):
    found = f(a)
    return found


def over_class(f, a):
    f = f(a)
    return f


def dropped(f, a):
    f(a)
    return "dropped"


drive([call, to_local, over_class, dropped], Plain, "argument")


class Made:
    def __init__(self, a):
        self.a = a


class Derived(Made):
    pass


def warm(class_=Made, rounds=45):
    for _ in range(rounds):
        attempt(call, class_, 1)


def look(class_, a=1):
    try:
        made = call(class_, a)
        return type(made).__name__, vars(made) if hasattr(made, "__dict__") else made
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


original = Made.__init__
for init in (lambda self, a: None, lambda self, a, b=5: setattr(self, "b", b), lambda self, *a: setattr(self, "b", a),
             lambda self: None, lambda self, a, *, b: None, lambda self, a, **k: setattr(self, "b", k), raising,
             lambda self, a: a, lambda self, a: (yield), generator, staticmethod(lambda a: None),
             classmethod(lambda cls, a: print("    class", cls.__name__)), Callable(), 5, None, print, Plain,
             property(lambda self: lambda a: None)):
    warm()
    Made.__init__ = init
    print(look(Made), "|", look(Derived))
    warm()
    Made.__init__ = original
    print(look(Made), "|", look(Derived))
warm(Derived)
del Made.__init__
print(look(Made), look(Derived))
Made.__init__ = original
Derived.__init__ = lambda self, a: setattr(self, "derived", a)
print(look(Derived))
del Derived.__init__
print(look(Derived))
warm(Derived, 700)
Derived.__bases__ = (Plain,)
print(look(Derived))
Derived.__bases__ = (Made,)
print(look(Derived))


class MakesOthers(Made):
    pass


warm(MakesOthers)
for new in (lambda cls, a: "from __new__", lambda cls, a: object.__new__(Derived), lambda cls, a: object.__new__(Plain),
            lambda cls, a: object.__new__(cls), lambda cls, a: object.__new__(MakesOthers), raising, lambda cls: None):
    MakesOthers.__new__ = new
    print(look(MakesOthers), "|", look(Made))
    warm(MakesOthers)
    print(look(MakesOthers), "|", look(Made))
code = original.__code__
original.__code__ = (lambda self, a, b: None).__code__
print(look(Made))
original.__defaults__ = ("default of b",)
print(look(Made))
original.__defaults__ = None
original.__code__ = code
print(look(Made))


class Abstract:
    def __init__(self, a):
        self.a = a


import abc
warm(Abstract)
AbstractToo = abc.ABCMeta("AbstractToo", (Abstract,), {"need": abc.abstractmethod(lambda self: 0)})
print(look(AbstractToo), look(Abstract))
AbstractToo.__abstractmethods__ = frozenset()
print(look(AbstractToo))
warm(AbstractToo)
AbstractToo.__abstractmethods__ = frozenset(["need"])
print(look(AbstractToo))


# __init__ that changes its class, keeps itself, ends early
class Changing:
    def __init__(self, a):
        self.__class__ = Made
        self.a = a


class Replacing:
    def __init__(self, a):
        Replacing.__init__ = lambda self, a: setattr(self, "second", a)
        self.first = a


kept = []


class Keeping:
    def __init__(self, a):
        kept.append(self)
        raise ArithmeticError("kept all the same")


class Recursing:
    def __init__(self, a):
        self.inner = call(Recursing, a)


for class_ in Changing, Replacing, Replacing, Keeping, Recursing, Made:
    for _ in range(2):
        print(class_.__name__, look(class_))
print(len(kept), [type(one).__name__ for one in kept])


class Ending:
    def __init__(self, name):
        self.name = name
        if "fail" in name:
            raise ArithmeticError(name)

    def __del__(self):
        print("    end of", self.name)


def temporary(name):
    Ending(name)
    print("    next statement")


for number in range(3):
    temporary("number %d" % number)
    attempt(temporary, "fail %d" % number)
    call(Ending, "dropped at once")
    attempt(call, Made, Mortal("argument"))
    attempt(call, 5, Mortal("of no class"))
marker = object()
count = sys.getrefcount(marker), sys.getrefcount(Made)
for _ in range(50):
    call(Made, marker)
held = [call(Made, marker) for _ in range(50)]
print(sys.getrefcount(marker) - count[0], sys.getrefcount(Made) - count[1])
del held
print(sys.getrefcount(marker) - count[0], sys.getrefcount(Made) - count[1], sys.getrefcount(call(Made, 1)))


def of_passing_class(number):
    class Passing:
        def __init__(self, a):
            self.sum = a + number
    return call(Passing, 1).sum


print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])
