# A method called through an instance of a subclass of a builtin type: replaced, deleted, shadowed, other types.
import gc
import sys

from _objects import *


def make_list(*names):
    return type("Made", (list,), dict.fromkeys(names, lambda self: "made"))()


class Items(list):
    def method(self, *a):
        return ("items", len(self), a)


class Mapping(dict):
    def method(self, *a):
        return ("mapping", len(self), a)


class Names(set):
    def method(self, *a):
        return ("names", len(self), a)


class Text(str):
    def method(self, *a):
        return ("text", len(self), a)


class Number(int):
    def method(self, *a):
        return ("number", int(self), a)


class Real(float):
    def method(self, *a):
        return ("real", float(self), a)


class Pair(tuple):
    def method(self, *a):
        return ("pair", len(self), a)


class Failure(Exception):
    def method(self, *a):
        return ("failure", self.args, a)


class Child(Items):
    pass


class Overriding(Items):
    def method(self, *a):
        return ("overriding", super().method(*a))


class Slotted(list):
    __slots__ = "method",


class SlottedMethod(list):
    __slots__ = "other",

    def method(self, *a):
        return ("slotted", a)


class Asking(Items):
    def __getattribute__(self, name):
        return (lambda *a: "intercepted") if name == "method" else list.__getattribute__(self, name)


class Many(Items):
    def __init__(self):
        for number in range(80):
            setattr(self, "n%d" % number, number)
        del self.n3


class OfProperty(list):
    @property
    def method(self):
        return lambda *a: ("of a property", a)


class OfStatic(list):
    method = staticmethod(lambda *a: ("static", a))


class OfClass(list):
    method = classmethod(lambda cls, *a: ("class", cls.__name__, a))


def holding():
    made = Items()
    made.method = lambda *a: "of the instance"
    return made


def attributed():
    made = Items([1])
    made.first = 1
    return made


kinds = [Items, Mapping, Names, Text, Number, Real, Pair, Failure]
strangers = kinds + [Child, Overriding, Slotted, SlottedMethod, Asking, Many, OfProperty, OfStatic, OfClass, holding,
                     attributed, list, dict, str, Missing, Answering, lambda: Items, lambda: None,
                     lambda: super(Overriding, Overriding()), lambda: make_list("method"), lambda: make_list("other")]


def make_call():
    def call(o):
        return o.method()
    return call


def make_one():
    def call_one(o):
        return o.method(5)
    return call_one


def make_keyword():
    def call_keyword(o):
        return o.method(keyword=5)
    return call_keyword


def make_star():
    def call_star(o):
        return o.method(*(6, 7))
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


makers = make_call, make_one, make_keyword, make_star, make_temporary, make_over
for make in makers:
    print(make.__name__)
    drive(make, Items)
    for kind in kinds:
        place = make()
        print("  ", kind.__name__, end=":")
        for stranger in strangers:
            for _ in range(45):
                attempt(place, kind())
            print("\n    ", attempt(place, stranger()), "|", attempt(place, kind()), end="")
        for _ in range(3000):
            attempt(place, kind())
        print("\n   again", attempt(place, kind()))


class Callable:
    def __call__(self, *a):
        return ("called", a)


class Get:
    def __get__(self, instance, owner):
        return lambda *a: ("got", owner.__name__, a)


# every kind: the class changes, the instance changes, the class of the instance changes
for kind in kinds:
    call = make_one()
    one, child = kind(), type("Child", (kind,), {})()
    original = kind.method

    def warm(rounds=60, o=one):
        for _ in range(rounds):
            attempt(call, o)

    print(kind.__name__)
    for value in (lambda self, a: ("replaced", a), lambda self: 1, lambda self, a, b=3: ("default", a, b),
                  lambda *a: ("star", len(a)), Callable(), Get(), staticmethod(lambda a: ("static", a)),
                  classmethod(lambda cls, a: ("class", cls.__name__, a)), property(lambda self: len), len, abs, 5, None, kind,
                  str.__len__, list.append, one.__repr__, original):
        warm()
        kind.method = value
        print("  ", attempt(call, one), attempt(call, child), end=" ")
        warm()
        print(attempt(call, one))
    warm(o=child)
    del kind.method
    print("  ", attempt(call, one), attempt(call, child))
    kind.method = original
    type(child).method = lambda self, a: ("in between", a)
    print("  ", attempt(call, one), attempt(call, child))
    del type(child).method
    warm(700)
    one.method = lambda a: ("of the instance", a)
    print("  ", attempt(call, one), end=" ")
    one.method = 5
    print(attempt(call, one), end=" ")
    del one.method
    print(attempt(call, one), end=" ")
    warm(700)
    one.__dict__["method"] = lambda a: ("through the dict", a)
    print(attempt(call, one), end=" ")
    one.__dict__ = {}
    print(attempt(call, one), end=" ")
    warm()
    one.__dict__ = {"method": lambda a: "of another dict"}
    print(attempt(call, one), end=" ")
    one = kind()
    warm(700)
    vars(one)["method"] = len
    print(attempt(call, one))
    kind.__getattribute__ = lambda self, name: lambda a: "intercepted"
    print("  ", attempt(call, one), attempt(call, child), end=" ")
    del kind.__getattribute__
    print(attempt(call, child))
    one = kind()
    warm(o=one)
    try:
        one.__class__ = type(child)
        type(child).method = lambda self, a: "of the other class"
        print("  ", attempt(call, one), end=" ")
        one.__class__ = kind
        print(attempt(call, one))
    except TypeError as error:
        print("  ", error)
    warm(o=one)
    function = original
    code = function.__code__
    function.__code__ = (lambda self, a: ("other code", a)).__code__
    print("  ", attempt(call, one), end=" ")
    function.__code__ = (lambda self, a, b: ("two", a, b)).__code__
    print(attempt(call, one), end=" ")
    function.__defaults__ = ("default",)
    print(attempt(call, one), end=" ")
    function.__code__, function.__defaults__ = code, None
    print(attempt(call, one))

# builtin methods through subclasses, and what hides them
def append(o, item):
    o.append(item)
    return len(o)


class Counting(list):
    def append(self, item):
        list.append(self, ("counted", item))
        return None


items = Items()
for _ in range(60):
    append(items, 1)
print(append(items, 2), append(Counting(), 3), append([], 4), append(holding(), 5), attempt(append, Text(), 6))
Items.append = lambda self, item: self.extend([item, item])
print(append(items, 7))
del Items.append
print(append(items, 8), items[-4:])
items.append = lambda item: None
print(append(items, 9), items[-1])
del items.append
print(append(items, 10), items[-1])
upper = lambda o: o.upper()
text = Text("abc")
for _ in range(60):
    upper(text)
print(upper(text), type(upper(text)).__name__, upper("abc"), attempt(upper, Number()), attempt(upper, b"abc"))


# the method goes while it runs, or while its arguments are computed
class Leaving(list):
    def method(self, argument=None):
        del Leaving.method
        gc.collect()
        return "survived", argument


def call_with(o, f):
    return o.method(f())


def remove():
    Items.method = lambda self, argument: ("too late for", argument)
    return "removed"


keep, call, items = Leaving.method, make_call(), Items()
for _ in range(60):
    attempt(call, Leaving())
for _ in range(3):
    Leaving.method = keep
    print(attempt(call, Leaving()))
original = Items.method
for _ in range(60):
    call_with(items, int)
print(call_with(items, remove), call_with(items, int))
Items.method = original


def of_passing_class(number):
    class Passing(dict):
        def method(self):
            return number
    return call(Passing())


print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])
for kind in kinds:
    call, holder = make_call(), kind()
    count = sys.getrefcount(holder), sys.getrefcount(kind.method)
    for _ in range(60):
        call(holder), attempt(call, 5), attempt(call, Raising())
    for _ in range(60):
        call(holder)
    print(kind.__name__, sys.getrefcount(holder) - count[0], sys.getrefcount(kind.method) - count[1])


class Ending(list):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("    end of", self.name)

    def method(self):
        return "of " + self.name

    def fail(self):
        raise ValueError(self.name)

    def deeper(self):
        return self.deeper()


def of_temporary(name):
    text = Ending(name).method()
    print("    next statement")
    return text


def failing(name):
    try:
        Ending(name).fail()
    except ValueError as error:
        text = str(error)
    print("    handled")
    return text


for number in range(3):
    print(of_temporary("number %d" % number))
    print(failing("failing %d" % number))
    print(attempt(lambda o: o.deeper(), Ending("deep")))
print(attempt(lambda o: o.method(1, 2), Ending("too many arguments")))
