# A bound method of a script function, called as a value: other callables, counts, code, defaults, ends.
import functools
import gc
import sys

from _callables import *


class Owner:
    def __init__(self, name="owner"):
        self.name = name

    def method(self, a):
        return ("bound to " + self.name, a)

    def two(self, a, b):
        return ("two", a, b)

    def default(self, a, b="default"):
        return ("default", a, b)

    def star(self, *a):
        return ("star", a)

    def keywords(self, a, **k):
        return ("keywords", a, k)

    def only(self, a, *, b="only"):
        return ("only", a, b)

    def needed(self, a, *, b):
        return ("needed", a, b)

    def none(self):
        return "none"

    def generator(self, a):
        yield ("generated", self.name, a)

    def raising(self, a):
        raise ArithmeticError("raised for " + show(a))

    def recursing(self, a):
        return call(self.recursing, a)

    def with_cell(self, a):
        def inner():
            return self.name, a
        return ("cell", inner())

    def rebinding(self, a):
        self = a
        return ("rebound", self)

    @classmethod
    def of_class(cls, a):
        return ("class", cls.__name__, a)

    @staticmethod
    def static(a):
        return ("static", a)

    def __call__(self, a):
        return ("called", self.name, a)

    def __repr__(self):
        return "Owner(%s)" % self.name


class Child(Owner):
    def method(self, a):
        return ("child", super().method(a))


def call(f, a):
    return f(a)


def to_local(f, a):
    found = f(a)
    return found


def over_argument(f, a):
    a = f(a)
    return a


def over_function(f, a):
    f = f(a)
    return f


def dropped(f, a):
    f(a)
    return "dropped"


def in_a_call(f, a):
    return one_parameter(f(a))


def from_list(f, a):
    return [f][0](a)


def from_dict(f, a):
    return {"key": f}["key"](a)


def from_attribute(f, a):
    holder = Owner()
    holder.callback = f
    return holder.callback(a)


def in_comprehension(f, a):
    return [f(item) for item in (a, a)]


def star(f, a):
    return f(*(a,))


places = [call, to_local, over_argument, over_function, dropped, in_a_call, from_list, from_dict, from_attribute,
          in_comprehension, star]
drive(places, Owner().method, "argument")
owner = Owner("other")
MethodType = type(owner.method)
methods = [getattr(owner, name) for name in
           ("method", "two", "default", "star", "keywords", "only", "needed", "none", "generator", "raising", "recursing",
            "with_cell", "rebinding", "of_class", "static")]
methods += [owner, Child("child").method, super(Child, Child("child")).method, MethodType(one_parameter, 5),
            MethodType(two_parameters, 5), MethodType(with_star, 5), MethodType(len, [1]), MethodType(pow, 2),
            MethodType(Owner, "x"), MethodType(owner, 5), MethodType(owner.two, 5), MethodType(MethodType(two_parameters, 5), 6),
            MethodType(list.append, []), MethodType(functools.partial(two_parameters, 1), 2), MethodType(Plain, 1),
            MethodType(NoInit, 1), owner.method.__call__, one_parameter,
            two_parameters.__get__(7), MethodType.__call__.__get__(owner.method), owner.__init__, owner.__repr__,
            [].append, "".join, {}.get, int, None]
for place in places:
    print(place.__name__)
    for other in methods:
        for _ in range(45):
            attempt(place, owner.method, 1)
        print("  ", attempt(place, other, 1), "|", attempt(place, owner.method, 1))
        owner.name = "other"
    for _ in range(200):
        for other in methods:
            attempt(place, other, 1)
    owner.name = "other"
    for _ in range(3000):
        attempt(place, owner.method, 1)
    print("   again", attempt(place, owner.method, 1))

# the method stays, its function changes; the class forgets it; self changes its class
method, function = owner.method, Owner.method
code = function.__code__


def warm(rounds=60):
    for _ in range(rounds):
        attempt(call, method, 1)


for other in ("two", "default", "star", "keywords", "only", "needed", "none", "generator", "raising", "rebinding"):
    warm()
    function.__code__ = getattr(Owner, other).__code__
    print(other, attempt(call, method, 1), end=" ")
    function.__code__ = code
    print(attempt(call, method, 1))
warm()
function.__code__ = Owner.two.__code__
function.__defaults__ = ("new default",)
print(attempt(call, method, 1))
function.__code__ = Owner.needed.__code__
function.__kwdefaults__ = {"b": "new keyword default"}
print(attempt(call, method, 1))
function.__defaults__ = function.__kwdefaults__ = None
function.__code__ = code
print(attempt(call, method, 1))
function.__defaults__ = (1, 2)
print(attempt(call, method, 1))
function.__defaults__ = None
warm()
Owner.method = lambda self, a: "too late"
print(attempt(call, method, 1), attempt(call, owner.method, 1))
del Owner.method
print(attempt(call, method, 1))
Owner.method = function
owner.__class__ = Child
print(attempt(call, method, 1), attempt(call, owner.method, 1))
owner.__class__ = Owner


# it changes while its argument is computed, or while it runs
def computed(f, g):
    return f(g())


def change():
    function.__code__ = Owner.star.__code__
    return "changed"


for _ in range(3):
    for _ in range(60):
        computed(method, int)
    print(computed(method, change), computed(method, int))
    function.__code__ = code


class ChangingItself:
    def method(self, a):
        ChangingItself.method.__code__ = code
        self.name = "changed"
        return ("the old code", a)


old = ChangingItself.method.__code__
for _ in range(3):
    ChangingItself.method.__code__ = old
    one = ChangingItself()
    print(call(one.method, 1), call(one.method, 2))

# closures of the same code with other defaults
def make(default):
    class Made:
        def method(self, a, b=default):
            return default, a, b
    return Made()


made = [make(number) for number in range(3)]
for _ in range(60):
    for one in made:
        call(one.method, 1)
print([call(one.method, 1) for one in made])

# too deep, and in order again
for _ in range(3):
    print(attempt(call, owner.recursing, 1), "|", attempt(call, owner.method, 1))


class Down:
    def down(self, n):
        step = self.down
        return 0 if n == 0 else 1 + step(n - 1)


print(call(Down().down, 900), attempt(call, Down().down, 100000), call(Down().down, 900))

# counts and ends
marker = object()
before = [sys.getrefcount(one) for one in (marker, owner, method, function)]
for _ in range(60):
    for place in places:
        place(method, marker)
print([sys.getrefcount(one) - count for one, count in zip((marker, owner, method, function), before)])
for _ in range(60):
    for place in places:
        place(owner.method, marker), attempt(place, owner.two, marker), attempt(place, owner.raising, marker)
print([sys.getrefcount(one) - count for one, count in zip((marker, owner, method, function), before)])


class Ending(Mortal):
    def method(self, a):
        print("    running", self, a)
        return a

    def forgetting(self, a):
        self = a = None
        print("    forgotten")

    def two(self, a, b):
        pass

    def raising(self, a):
        raise ArithmeticError(a.name)


def temporaries(name):
    found = call(Ending(name).method, Mortal("argument of " + name))
    print("    next statement")
    method = Ending(name + " kept").method
    method(1)
    step = [Ending(name + " in a list").method]
    step.pop()(2)
    print("    the next one")
    step.append(Ending(name + " forgetting").forgetting)
    step.pop()(Mortal("argument"))
    return found


def failing(name, which):
    holder = [getattr(Ending(name), which)]
    holder.pop()(Mortal("argument of " + name))


for number in range(3):
    print(temporaries("number %d" % number))
    for which in "two", "raising", "name":
        print(attempt(failing, "%s %d" % (which, number), which))


def of_passing_class(number):
    class Passing:
        def method(self, a):
            return a + number
    return call(Passing().method, 1)


print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])


# callbacks that are bound methods: of sort, map, reduce, and in a generator
class Sorting:
    def __init__(self):
        self.calls = 0

    def key(self, item):
        self.calls += 1
        return -item


sorting = Sorting()
print(sorted(range(100), key=sorting.key)[:3], list(map(sorting.key, range(3))), sorting.calls)


def stream(f):
    while True:
        yield f(1)


steps = stream(owner.method)
print([next(steps) for _ in range(60)][-1])
steps.close()
