# Classes whose __init__ has defaults, *args, keyword-only parameters, **kwargs, and how it refuses.
import gc
import sys


class Simple:
    def __init__(self, a, b):
        self.args = a, b


class Defaults:
    def __init__(self, a, b="b", c="c"):
        self.args = a, b, c


class AllDefaults:
    def __init__(self, a="a", b="b"):
        self.args = a, b


class Star:
    def __init__(self, *a):
        self.args = a


class OneAndStar:
    def __init__(self, a, *b):
        self.args = a, b


class KeywordOnly:
    def __init__(self, a, *, k):
        self.args = a, k


class KeywordDefault:
    def __init__(self, a, *, k="k", l="l"):
        self.args = a, k, l


class Keywords:
    def __init__(self, a, **k):
        self.args = a, k


class Everything:
    def __init__(self, a, /, b, c="c", *d, e, f="f", **g):
        self.args = a, b, c, d, e, f, g


class PositionalOnly:
    def __init__(self, a, b="b", /, **k):
        self.args = a, b, k


class SelfInStar:
    def __init__(*self):
        self[0].args = self[1:]


class SelfByDefault:
    def __init__(self=None, *, k=1):
        self.args = (k,)


class SelfOnly:
    def __init__(self):
        self.args = ()


class NoParameters:
    def __init__():
        pass


class OnlyKeywords:
    def __init__(**k):
        pass


class WithCell:
    def __init__(self, a, b=5):
        self.args = (lambda: (a, b, self.__class__.__name__))()


class CellOfSelf:
    def __init__(self, a, *b):
        self.call = lambda: self
        self.args = a, b, self.call() is self
        del self.call


class WithSuper(Defaults):
    def __init__(self, a, *more, **keywords):
        super().__init__(a, *more, **keywords)
        self.args = ("super", *self.args)


class Inherited(KeywordDefault):
    pass


class Slotted:
    __slots__ = ("args",)

    def __init__(self, a, b=2, *, k=3):
        self.args = a, b, k


class OfDict(dict):
    def __init__(self, a, **k):
        super().__init__(k)
        self.args = a, dict(self)


class OfError(Exception):
    def __init__(self, a, b="b"):
        super().__init__(a)
        self.args_too = a, b


class Returning:
    def __init__(self, a, b=1):
        return a


class ReturningStar:
    def __init__(self, *a):
        return a


class Generating:
    def __init__(self, a, b=1):
        yield a


class Raising:
    def __init__(self, a, b=1):
        raise ArithmeticError("raised for %r" % (a,))


class Deep:
    def __init__(self, a, b=1):
        self.fail(a)

    def fail(self, a):
        raise LookupError(a)


CLASSES = [Simple, Defaults, AllDefaults, Star, OneAndStar, KeywordOnly, KeywordDefault, Keywords, Everything, PositionalOnly,
           SelfInStar, SelfByDefault, SelfOnly, NoParameters, OnlyKeywords, WithCell, CellOfSelf, WithSuper, Inherited,
           Slotted, OfDict, OfError, Returning, ReturningStar, Generating, Raising, Deep]


def none(c): return c()
def one(c): return c(1)
def two(c): return c(1, 2)
def three(c): return c(1, 2, 3)
def five(c): return c(1, 2, 3, 4, 5)
def keyword(c): return c(1, b=2)
def keywords(c): return c(a=1, b=2)
def only(c): return c(1, k=2)
def only_two(c): return c(1, l=2, k=3)
def many(c): return c(1, 2, 3, 4, e=5, g=6)
def twice(c): return c(1, a=2)
def unknown(c): return c(1, nothing=2)
def as_self(c): return c(self=1)
def self_too(c): return c(1, self=2)
def star(c): return c(*(1, 2))
def stars(c): return c(*[1], **{"b": 2})
def star_none(c): return c(*(), **{})
def nones(c): return c(None)


PLACES = [none, one, two, three, five, keyword, keywords, only, only_two, many, twice, unknown, as_self, self_too, star, stars,
          star_none, nones]


def look(place, class_):
    try:
        made = place(class_)
    except Exception as error:
        frames = []
        trace = error.__traceback__.tb_next
        while trace:
            frames.append(trace.tb_frame.f_code.co_name)
            trace = trace.tb_next
        return "%s: %s %s" % (type(error).__name__, error, frames)
    return (type(made).__name__, made.args) if hasattr(made, "args") else type(made).__name__


for place in PLACES:
    print(place.__name__)
    for class_ in CLASSES:
        first = look(place, class_)
        for _ in range(45):
            look(place, class_)
        print("  ", class_.__name__, "|", first, "|", "the same" if look(place, class_) == first else look(place, class_))
for _ in range(100):
    for place in PLACES:
        for class_ in CLASSES:
            look(place, class_)
print(sum(len(str(look(place, class_))) for place in PLACES for class_ in CLASSES))


# defaults and code that change, __init__ that is replaced while it runs or between its arguments
def warm(class_, place=one):
    for _ in range(60):
        look(place, class_)


warm(Defaults)
init = Defaults.__init__
init.__defaults__ = ("changed",)
print(look(one, Defaults), look(two, Defaults))
init.__defaults__ = ("back", "again")
print(look(one, Defaults))
warm(Defaults)
init.__defaults__ = None
print(look(one, Defaults), look(three, Defaults))
init.__defaults__ = (1, 2, 3)
print(look(none, Defaults))
init.__defaults__ = (1, 2, 3, 4, 5, 6)
print(look(none, Defaults))
warm(KeywordDefault)
init = KeywordDefault.__init__
init.__kwdefaults__["k"] = "changed in place"
print(look(one, KeywordDefault))
init.__kwdefaults__ = {"l": "alone"}
print(look(one, KeywordDefault), look(only, KeywordDefault))
init.__kwdefaults__ = None
print(look(one, KeywordDefault), look(only_two, KeywordDefault))
init.__code__ = (lambda self, *a: setattr(self, "args", ("other code", a))).__code__
print(look(one, KeywordDefault), look(three, KeywordDefault), look(only, KeywordDefault))


class Replacing:
    def __init__(self, a, b=0):
        Replacing.__init__ = lambda self, *a: setattr(self, "args", ("second", a))
        self.args = "first", a, b


class Deleting:
    def __init__(self, a, b=0):
        if "__init__" in Deleting.__dict__:
            del Deleting.__init__
        self.args = "first", a, b


class ChangingClass:
    def __init__(self, a, b=0):
        self.__class__ = Defaults
        self.args = "changed", a, b


class Recursing:
    def __init__(self, a, b=3):
        self.inner = Recursing(a, b - 1) if b else None
        self.args = a, b, self.inner and self.inner.args


for class_ in Replacing, Deleting, ChangingClass, Recursing:
    for _ in range(3):
        print(class_.__name__, look(one, class_))


class Late:
    def __init__(self, a, b=0):
        self.args = "first", a, b


def replace_late():
    Late.__init__ = lambda self, *a: setattr(self, "args", ("late", a))
    return "argument"


original = Late.__init__
for _ in range(60):
    Late(str(), b=1), Late(str())
print(Late(replace_late()).args, Late(1).args)
Late.__init__ = original
print(Late(b=2, a=5).args, look(lambda c: c(replace_late(), b=2), Late), Late(3).args)
Late.__init__ = original


# what died on the way
class Mortal:
    def __init__(self, name, fails=False, *more):
        self.name = name
        if fails:
            raise ArithmeticError(name)

    def __del__(self):
        print("    end of", getattr(self, "name", "one without a name"))


def construct(*a, **k):
    Mortal(*a, **k)
    print("    next")


for arguments in (("a",), ("b", True), ("c", False, 1, 2), (), ("d", Mortal("argument"))):
    for _ in range(2):
        try:
            construct(*arguments)
        except (TypeError, ArithmeticError) as error:
            print("   ", type(error).__name__, error)
arguments = None


class Refusing:
    def __init__(self, a):
        pass

    def __del__(self):
        print("    end of one that was refused")


for place in none, two, twice, unknown, one:
    print(place.__name__, look(place, Refusing).__class__.__name__)


def bad_arguments(class_):
    class_(Mortal("first"), Mortal("second"), Mortal("third"), Mortal("fourth"), nothing=Mortal("fifth"))


for class_ in Simple, Defaults, SelfOnly, KeywordOnly, Refusing:
    try:
        bad_arguments(class_)
    except TypeError as error:
        print(error)
marker = object()
for class_ in Defaults, Star, Keywords, KeywordDefault, Slotted, WithCell, OfDict:
    warm(class_)
    before = sys.getrefcount(marker), sys.getrefcount(class_)
    kept = [class_(marker) for _ in range(20)]
    print(class_.__name__, sys.getrefcount(marker) - before[0], sys.getrefcount(class_) - before[1])
    kept = None
    print("  ", sys.getrefcount(marker) - before[0], sys.getrefcount(class_) - before[1])


# subclasses that __new__ makes, and classes that end
class Chooses(Defaults):
    def __new__(cls, a, *more):
        return object.__new__(cls if a == 1 else Simple if a == 2 else Chosen)


class Chosen(Chooses):
    def __init__(self, a, *more):
        self.args = "chosen", a, more


for arguments in (1,), (2, 3), (3,), (3, 4):
    made = Chooses(*arguments)
    print(type(made).__name__, getattr(made, "args", "not initialised"))


def of_passing_class(number):
    class Passing:
        def __init__(self, a, b=number, *, k=1):
            self.sum = a + b + k
    return Passing(1).sum, Passing(1, 2).sum, Passing(1, k=5).sum


print([of_passing_class(number) for number in range(5)], gc.collect() > 0)
print([of_passing_class(number) for number in range(5)])
