# An attribute of an instance of a subclass of a builtin type: other bases, shapes, classes, dicts, counts.
import gc
import sys

from _objects import *


class Items(list):
    shared = "of the class"

    def __init__(self, value):
        self.value = value

    def method(self):
        return ("method", self.value)


class Mapping(dict):
    def __init__(self, value):
        self.value = value


class Names(set):
    def __init__(self, value):
        self.value = value


class Text(str):
    def __new__(cls, value):
        made = super().__new__(cls, "text")
        made.value = value
        return made


class Number(int):
    def __new__(cls, value):
        made = super().__new__(cls, 5)
        made.value = value
        return made


class Real(float):
    def __new__(cls, value):
        made = super().__new__(cls, 5.5)
        made.value = value
        return made


class Pair(tuple):
    def __new__(cls, value):
        made = super().__new__(cls, (1, 2))
        made.value = value
        return made


class Data(bytes):
    def __new__(cls, value):
        made = super().__new__(cls, b"ab")
        made.value = value
        return made


class Failure(Exception):
    def __init__(self, value):
        super().__init__("failed")
        self.value = value


class Derived(Items):
    pass


class Swapped(Items):
    def __init__(self, value):
        self.before = "before"
        self.value = value


class Slotted(list):
    __slots__ = "value",

    def __init__(self, value):
        self.value = value


class SlottedAbove(Slotted):
    pass


class PropertyItems(list):
    @property
    def value(self):
        return "of the property of a list"


class Unset(list):
    value = "of the class only"


class Asking(Items):
    def __getattribute__(self, name):
        return ("intercepted", list.__getattribute__(self, name)) if name == "value" else list.__getattribute__(self, name)


class Many(Items):
    def __init__(self, value):
        for number in range(80):
            setattr(self, "n%d" % number, number)
        del self.n3
        self.value = value


kinds = [Items, Mapping, Names, Text, Number, Real, Pair, Data, Failure]
strangers = kinds + [Derived, Swapped, Slotted, SlottedAbove, Asking, Many, Property]


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
    print(make.__name__)
    drive(make, lambda: Items("guessed"))
for kind in kinds:
    place = make_place()
    print(kind.__name__)
    for stranger in strangers:
        guessed = kind("guessed")
        for _ in range(60):
            attempt(place, guessed)
        print("  ", stranger.__name__, attempt(place, stranger("other")), attempt(place, kind("fresh")))
    for other in PropertyItems(), Unset(), [], {}, "", 5, (), kind, Missing(), Answering():
        for _ in range(60):
            attempt(place, guessed)
        print("  ", attempt(place, other), attempt(place, guessed))
    for _ in range(3000):
        attempt(place, guessed)
    print("   again", attempt(place, guessed))

# every kind: what an instance holds, in what order, under which class
for kind in kinds:
    get = make_place()
    one = kind("one")

    def warm(rounds=60):
        for _ in range(rounds):
            attempt(get, one)

    print(kind.__name__)
    warm()
    one.value = "set again"
    print("  ", get(one), end=" ")
    del one.value
    print(attempt(get, one), end=" ")
    one.later = 1
    one.value = "set after another"
    print(get(one), end=" ")
    warm(700)
    one.__dict__["value"] = "through the dict"
    print(get(one), end=" ")
    del one.__dict__["value"]
    print(attempt(get, one))
    one.__dict__ = {"other": 1, "value": "of another dict"}
    print("  ", get(one), end=" ")
    warm()
    vars(one).clear()
    print(attempt(get, one), end=" ")
    one.value = "once more"
    print(get(one), end=" ")
    vars(one)[5] = "no name"
    warm()
    print(get(one))
    one = kind("new")
    warm()
    kind.value = property(lambda self: "of a property")
    print("  ", get(one), end=" ")
    warm()
    kind.value = 5
    print(get(one), end=" ")
    del kind.value
    print(get(one))
    warm(700)
    kind.__getattribute__ = lambda self, name: "intercepted " + name
    print("  ", get(one), end=" ")
    del kind.__getattribute__
    print(get(one), end=" ")
    kind.__getattr__ = lambda self, name: "none such: " + name
    warm()
    print(get(one), end=" ")
    del one.value
    print(get(one), end=" ")
    del kind.__getattr__
    print(attempt(get, one))
    one = kind("of a class that changes")
    twin = type("Twin", (kind,), {})
    warm()
    try:
        one.__class__ = twin
        print("  ", get(one), end=" ")
        warm()
        twin.value = property(lambda self: "of the twin")
        print(get(one), end=" ")
        one.__class__ = kind
        print(get(one))
    except TypeError as error:
        print("  ", error)

for _ in range(3):
    get = make_place()
    one, two = Items("one"), Derived("two")
    for _ in range(60):
        get(two)
    Derived.__bases__ = (Swapped,)
    print(get(two), end=" ")
    Derived.__bases__ = (Items,)
    Derived.value = Property("data descriptor?")
    print(get(two), end=" ")
    Derived.value = property(lambda self: "between")
    print(get(two), end=" ")
    del Derived.value
    print(get(two), get(one))

# builtin attributes of the same name do not hide what an instance holds, or do
get_count = lambda o: o.count
get_args = lambda o: o.args
named = Items(1)
named.count = "of the instance"
failure = Failure(1)
for _ in range(60):
    get_count(named), get_args(failure)
print(get_count(named), get_args(failure), get_count(Swapped(1))(1), get_args(Missing) if hasattr(Missing, "args") else 0)
del named.count
print(get_count(named)(5))
failure.__dict__["args"] = "hidden"
print(get_args(failure))


# counts, ends, classes that end
def of_passing_class(number):
    class Passing(list):
        def __init__(self):
            self.value = number
    return get(Passing())


print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])
marker = object()
for kind in kinds:
    get, temporary = make_place(), make_temporary()
    one = kind(marker)
    before = sys.getrefcount(marker), sys.getrefcount(one)
    kept = [get(one) for _ in range(60)] + [temporary(one) for _ in range(60)]
    after = sys.getrefcount(marker) - before[0], sys.getrefcount(one) - before[1]
    kept = None
    print(kind.__name__, after, sys.getrefcount(marker) - before[0])


class Ending(list):
    def __init__(self, name):
        self.value = name
        self.inner = Mortal("inner of " + name)

    def __del__(self):
        print("    end of", self.value)


def of_temporary(name):
    text = Ending(name).value
    print("    next statement")
    return text, Ending(name + " too").inner


def over_itself(name):
    name = Ending(name)
    name = name.inner
    print("    replaced by", name)


for number in range(3):
    print(of_temporary("number %d" % number))
    over_itself("over %d" % number)


class Link(list):
    def __init__(self, next_):
        self.value = next_


chain = None
for _ in range(30):
    chain = Link(chain)


def walk(chain):
    steps = 0
    while chain is not None:
        chain = chain.value
        steps += 1
    return steps


print(walk(chain), walk(chain), walk(Link(Items(None))))
