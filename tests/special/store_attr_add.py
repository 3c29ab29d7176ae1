# The first store of an attribute to an instance: other shapes, classes, dicts, class changes.
import gc
import sys

from _objects import *


class Empty:
    pass


class EmptyDerived(Empty):
    pass


class EmptyToo:
    pass


class OneSlot:
    __slots__ = "value",


class NoSlot:
    __slots__ = ()


class Wide:
    """Its instances outgrow whatever room they begin with."""


def make_place():
    namespace = {}
    exec("def put(o, v):\n    o.value = v\n    return o.value", namespace)
    return namespace["put"]


kinds = [EmptyDerived, EmptyToo, OneSlot, NoSlot, Property.__class__, object, int, Missing, Answering, list,
         lambda: Property(0), Raising, lambda: Intercepting(0), lambda: Plain(0), ListWithAttributes, lambda: Empty]
for number, kind in enumerate(kinds):
    put = make_place()
    for _ in range(60):
        put(Empty(), 0)
    try:
        other = kind()
    except TypeError:
        other = kind
    print(number, "|", attempt(put, other, "stored"), "|", attempt(put, Empty(), "guessed"))
if "value" in Empty.__dict__:
    del Empty.value

put = make_place()


def warm(rounds=60):
    for number in range(rounds):
        one = Empty()
        put(one, number)
        if one.__dict__ != {"value": number}:
            print("wrong", one.__dict__)


warm()
one = Empty()
put(one, 1)
put(one, 2)
print(one.__dict__)
one = Empty()
one.other = 0
put(one, 3)
print(one.__dict__)
warm(700)
one = Empty()
one.__dict__["value"] = 4
put(one, 5)
print(one.__dict__)
one = Empty()
dictionary = one.__dict__
put(one, 6)
print(dictionary, dictionary is one.__dict__)
warm(12000)
one = Empty()
one.__dict__ = {"other": 0}
put(one, 7)
print(one.__dict__)
Empty.value = "of the class"
one = Empty()
put(one, 8)
print(one.value, Empty.value, one.__dict__)
Empty.value = property(lambda self: "seen", lambda self, v: print("  set to", v))
one = Empty()
put(one, 9)
print(one.__dict__)
Empty.value = property(lambda self: "seen")
print(attempt(put, Empty(), 10))
del Empty.value
warm()
Empty.__setattr__ = lambda self, name, v: object.__setattr__(self, "renamed", v)
print(attempt(put, Empty(), 11))
del Empty.__setattr__
warm()
one = Empty()
one.__class__ = EmptyToo
put(one, 12)
print(type(one).__name__, one.__dict__)
one = Empty()
one.__class__ = EmptyDerived
put(one, 13)
print(type(one).__name__, one.__dict__)

for many in 5, 40, 90:
    for _ in range(70):
        wide = Wide()
        for number in range(many):
            setattr(wide, "n%d" % number, number)
        put(wide, many)
    print(len(wide.__dict__), list(wide.__dict__)[-1], wide.value, wide.n3)


class Constructed:
    def __init__(self, a, b, c):
        self.a = a
        self.b = b
        self.c = c


made = [Constructed(number, -number, None) for number in range(100)]
print(made[-1].__dict__)
Constructed.b = property(lambda self: "b", lambda self, v: print("  b is", v))
made.append(Constructed(1, 2, 3))
print(made[-1].__dict__, made[-1].b)
del Constructed.b
print([Constructed(1, 2, 3).__dict__ for _ in range(2)])


class Inserting(Constructed):
    def __init__(self, flag):
        if flag:
            self.extra = flag
        super().__init__(flag, 2, 3)
        if flag == 2:
            del self.a
            self.a = "last"


print([Inserting(number % 3).__dict__ for number in range(70)][-3:])

marker = object()
before = sys.getrefcount(marker)
held = [Empty() for _ in range(60)]
for one in held:
    put(one, marker)
print(sys.getrefcount(marker) - before, attempt(put, 5, marker), sys.getrefcount(marker) - before)
del held, one
print(sys.getrefcount(marker) - before)


def temporary(name):
    Empty().value = Mortal(name)
    print("    next statement")


for number in range(3):
    temporary("number %d" % number)
gc.collect()
