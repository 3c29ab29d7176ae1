# A call with keywords of a script function: other functions, defaults, code, wrong keywords, counts, ends.
import functools
import gc
import sys

from _objects import Mortal, show


def guessed(a, b=2, c=3):
    return ("guessed", a, b, c)


def swapped(c, b, a):
    return ("swapped", a, b, c)


def two(a, b):
    return ("two", a, b)


def four(a, b, c, d="fourth"):
    return ("four", a, b, c, d)


def only(a, *, b, c="only"):
    return ("only", a, b, c)


def only_defaults(a=1, *, b=5, c=6):
    return ("only defaults", a, b, c)


def star(*a, b=1, c=2):
    return ("star", a, b, c)


def keywords(a, **k):
    return ("keywords", a, k)


def all_kinds(a, /, *more, b, **k):
    return ("all", a, more, b, k)


def positional(a, /, b, c=9):
    return ("positional", a, b, c)


def positional_b(a, b, /, c=9):
    return ("positional", a, b, c)


def other_names(x, y, z=1):
    return ("other names", x, y, z)


def generator(a, b, c=3):
    yield ("generator", a, b, c)


def raising(a, b, c=3):
    raise ArithmeticError("raised for %s %s %s" % (show(a), show(b), show(c)))


def recursing(a, b, c=3):
    return recursing(a, b=b, c=c)


def with_cells(a, b, c=3):
    def inner():
        return a, b, c
    b = [b]
    return ("cells", inner())


def with_locals(a, b, c=3):
    d = e = f = c
    del d
    try:
        return d
    except UnboundLocalError as error:
        return ("locals", a, b, e, f)


def nine(a, b=1, c=2, d=3, e=4, f=5, g=6, h=7, i=8):
    return ("nine", a, b, c, d, e, f, g, h, i)


def twelve(a, b=1, c=2, d=3, e=4, f=5, g=6, h=7, i=8, j=9, k=10, l=11):
    return ("twelve", a, b, c, d, e, f, g, h, i, j, k, l)


class Made:
    def __init__(self, a, b=2, c=3):
        self.all = a, b, c

    def __repr__(self):
        return "Made%r" % (self.all,)

    def method(self, a, b=2, c=3):
        return ("method", a, b, c)

    @classmethod
    def of_class(cls, a, b=2, c=3):
        return ("class", cls.__name__, a, b, c)

    @staticmethod
    def static(a, b=2, c=3):
        return ("static", a, b, c)

    def __call__(self, a, b=2, c=3):
        return ("called", a, b, c)


class New:
    def __new__(cls, a, b=2, c=3):
        return ("new", a, b, c)


class NoKeywords:
    def __init__(self, a):
        pass


class Meta(type):
    def __call__(cls, *a, **k):
        return ("of the metaclass", a, k)


def make(default):
    def closure(a, b=default, c=(default,)):
        return ("closure", default, a, b, c)
    return closure


made = Made(0)
callables = [guessed, swapped, two, four, only, only_defaults, star, keywords, all_kinds, positional, positional_b,
             other_names, generator, raising, recursing, with_cells, with_locals, nine, twelve,
             lambda a, b, c=1: ("lambda", a, b, c), make(7), make(8), Made, made.method, Made.method, made.of_class, Made.of_class, made.static, made, New,
             NoKeywords, Meta("OfMeta", (), {}), functools.partial(guessed, 1), functools.partial(guessed, c=1),
             functools.lru_cache(guessed), functools.wraps(guessed)(lambda *a, **k: guessed(*a, **k)), type(made.method)(four, 0),
             dict, int, len, print.__class__, sorted, "{a}{b}".format, None, 5, object, ArithmeticError, max]


def attempt(place, *operands):
    try:
        found = place(*operands)
        return show(next(found)) if type(found) is type(generator(0, 0)) else show(found)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


sources = {"last": "return f(a, b=5)", "both": "return f(a, c=6, b=5)", "all_named": "return f(b=5, a=a)",
           "all_three": "return f(c=7, b=6, a=a)", "skipping": "return f(a, 5, c=7)", "with_more": "return f(a, b=1, no=2)",
           "doubled": "return f(a, 1, b=2)", "dropped": "f(a, b=5)\n    return 'dropped'",
           "over_function": "f = f(a, b=5)\n    return f", "over_argument": "a = f(b=5, a=a)\n    return a",
           "in_a_call": "return f(f(a, b=1), b=f(a, b=2), c=f(a, c=3, b=4))", "spread": "return f(a, **{'b': 5})",
           "computed": "number = a * 3\n    return f(number + 1, c=number * 2, b=number - 5), number",
           "in_comprehension": "return [f(item, b=item) for item in (a, a)]"}


def make_place(name):
    space = {}
    exec("def %s(f, a):\n    %s" % (name, sources[name]), space)
    return space[name]


places = [make_place(name) for name in sources]
last, both, all_named, all_three, skipping, with_more, doubled, dropped = places[:8]


for place in places:
    print(place.__name__)
    for guess in guessed, only_defaults, swapped, made.method, made.of_class, type(made.method)(four, 0):
        fresh = make_place(place.__name__)
        back = []
        for other in callables:
            for _ in range(45):
                attempt(fresh, guess, 1)
            print("  ", attempt(fresh, other, 1))
            back.append(attempt(fresh, guess, 1))
        print("   back", *sorted(set(back)), sep=" | ")
        for argument in 1.5, "text", None, [1], 2**70, place:
            print("  ", show(argument), "|", attempt(fresh, guess, argument))
        for _ in range(200):
            for other in callables:
                attempt(fresh, other, 1) if other is not recursing else None
        for _ in range(3000):
            attempt(fresh, guess, 1)
        print("   again |", attempt(fresh, guess, 1))


# every number of parameters, up to and over what the guess can hold, from every first one
def of_names(count, first, given):
    names = ["p%d" % number for number in range(count)]
    space = {}
    exec("def f(%s):\n    return [%s]\ndef call(f):\n    return f(%s)" % (
        ", ".join("%s=%d" % (name, number) for number, name in enumerate(names)), ", ".join(names),
        ", ".join(["-1"] * first + ["%s='%s'" % (names[number], number) for number in given])), space)
    return space["f"], space["call"]


for count in 1, 2, 7, 8, 9, 10, 16, 17, 20, 40:
    for first in range(0, count, max(1, count // 4)):
        for given in ([first], [count - 1], list(range(first, count)), list(range(first, count))[::-1]):
            f, call = of_names(count, first, given)
            found = [call(f) for _ in range(90)]
            assert all(one == found[0] for one in found), (count, first, given)
            f.__defaults__ = tuple(range(100, 100 + count))
            later = call(f)
            f.__defaults__ = (None,) * (count - 1)
            refused = attempt(call, f)
            print(count, first, given[0], found[0][:12], later[:12], refused[:60])

# the function stays, its defaults and its code change
code, defaults = guessed.__code__, guessed.__defaults__


def warm(rounds=60):
    for _ in range(rounds):
        for place in places:
            attempt(place, guessed, 1)


def look():
    print(*(attempt(place, guessed, 1) for place in (last, both, all_named, all_three, skipping, dropped)), sep=" | ")


for new_defaults in ((20, 30), (30,), (), None, (10, 20, 30), ("a", "b", "c", "d"), ([], {}), (2, 3)):
    warm()
    guessed.__defaults__ = new_defaults
    look()
    warm()
    look()
guessed.__defaults__ = defaults
warm(700)
del guessed.__defaults__
look()
guessed.__defaults__ = defaults
for other in (swapped, two, four, only, only_defaults, star, keywords, all_kinds, positional, positional_b, other_names,
              generator, raising, nine, with_locals, twelve):
    warm()
    guessed.__code__ = other.__code__
    look()
    guessed.__kwdefaults__ = {"b": "keyword b", "c": "keyword c"}
    look()
    warm()
    guessed.__kwdefaults__["c"] = "changed in place"
    look()
    guessed.__kwdefaults__ = None
    look()
    guessed.__code__ = code
    look()
warm()
guessed.__code__ = (lambda b, a, c: ("other order", a, b, c)).__code__
look()
guessed.__code__ = (lambda a, b, c: ("same names", a, b, c)).__code__
look()
guessed.__code__ = code
for _ in range(60):
    attempt(last, only_defaults, 1)
only_defaults.__kwdefaults__["c"] = "new"
print(attempt(last, only_defaults, 1), attempt(both, only_defaults, 1))
del only_defaults.__kwdefaults__["c"]
print(attempt(last, only_defaults, 1), attempt(both, only_defaults, 1))
only_defaults.__kwdefaults__ = {"c": 1, 5: 6}
print(attempt(last, only_defaults, 1))


class Name(str):
    def __eq__(self, other):
        print("    asked")
        return str.__eq__(self, other)

    __hash__ = str.__hash__


only_defaults.__kwdefaults__ = {Name("c"): "by a name of its own class"}
print(attempt(last, only_defaults, 1))
only_defaults.__kwdefaults__ = {"b": 5, "c": 6}
closures = [make(number) for number in range(4)]
for _ in range(60):
    for one in closures:
        last(one, 1), both(one, 1)
print([last(one, 1) for one in closures], [both(one, 1) for one in closures])


# it changes while its arguments are computed, or while it runs
def with_values(f, g, h):
    return f(g(), c=h(), b=0)


def change():
    guessed.__code__ = keywords.__code__
    return "changed"


def shorten():
    guessed.__defaults__ = ()
    return "shortened"


def defaulted(f, g):
    return f(g(), c=1)


for _ in range(3):
    for _ in range(60):
        with_values(guessed, int, int), defaulted(guessed, int)
    print(attempt(with_values, guessed, int, change), attempt(with_values, guessed, int, int))
    guessed.__code__ = code
    print(attempt(with_values, guessed, change, int))
    guessed.__code__ = code
    print(attempt(defaulted, guessed, shorten), attempt(defaulted, guessed, int))
    guessed.__defaults__ = defaults


def itself(a, b=2, c=3):
    itself.__code__, itself.__defaults__ = code, ("later",)
    gc.collect()
    return ("the old code", a, b, c)


old = itself.__code__, itself.__defaults__
for _ in range(3):
    itself.__code__, itself.__defaults__ = old
    print(last(itself, 1), attempt(last, itself, 2), attempt(both, itself, 2))

# too deep, and in order again
for _ in range(3):
    print(attempt(last, recursing, 1), "|", attempt(last, guessed, 1))


def down(n, by=1, more=None):
    return 0 if n == 0 else 1 + down(more=n, n=n - by)


print(down(900), attempt(lambda n: down(n, by=1), 100000), down(900))


# methods of objects, through super(), by class
class Base:
    def method(self, a, b=2, *, c=3):
        return ("base", a, b, c)


class Derived(Base):
    def method(self, a, b=4, *, c=5):
        return ("derived", super().method(b=a, a=b, c=c), super().method(1, c=2))


def of_object(o):
    return o.method(1, b=2), o.method(c=3, a=1), type(o).method(o, a=5), o.method(b=1, a=0)


for _ in range(60):
    of_object(Base())
print(of_object(Base()), of_object(Derived()))
for _ in range(60):
    of_object(Derived())
print(of_object(Base()), of_object(Derived()))
Base.method.__kwdefaults__["c"] = "c of Base"
Base.method.__defaults__ = ("b of Base",)
print(of_object(Base()), of_object(Derived()))
Base.method = staticmethod(lambda a, b=0, c=1: ("static", a, b, c))
print(attempt(of_object, Base()), attempt(of_object, Derived()))
Derived.method = lambda self, a, b=6, c=7: ("new", a, b, c)
print(attempt(of_object, Derived()))

# bound methods: in a container, in an instance, in a variable, each often enough at its own place
def from_list(one):
    return [one][0](1, b=2), [one][0](c=2, a=1)


def from_instance(one):
    holder = Base()
    holder.callback = one
    return holder.callback(1, b=2), holder.callback(b=1, a=2)


def from_variable(one):
    found = one(1, c=2)
    return found, one(b=3, a=2)


for place in from_list, from_instance, from_variable:
    for one in made.method, made.of_class, type(made.method)(four, 0), made.static, made, guessed, Made:
        found = [attempt(place, one) for _ in range(150)]
        print(place.__name__, show(one)[:30], found[-1], found.count(found[0]))
    for one in guessed, made.method, guessed, made.method:
        found = [attempt(place, one) for _ in range(3000)]
        print(place.__name__, show(one)[:30], found[-1], found.count(found[0]))

# counts and ends
marker = object()
guessed.__defaults__ = with_marker = (marker, marker)
before = [sys.getrefcount(one) for one in (marker, guessed, with_marker)]
for _ in range(60):
    for place in places:
        attempt(place, guessed, marker), attempt(place, raising, marker), attempt(place, 5, marker)
print([sys.getrefcount(one) - count for one, count in zip((marker, guessed, with_marker), before)])
kept = [last(guessed, marker) for _ in range(60)]
print([sys.getrefcount(one) - count for one, count in zip((marker, guessed, with_marker), before)])
del kept
print([sys.getrefcount(one) - count for one, count in zip((marker, guessed, with_marker), before)])
guessed.__defaults__ = defaults


def ending(a, b=None, c=None):
    print("    running", a, b, c)
    a = None
    print("    without a")
    b = c = None
    print("    without all")


def temporaries(name):
    ending(b=Mortal(name + " b"), a=Mortal(name + " a"))
    print("    next statement")
    ending(Mortal(name + " a"), c=Mortal(name + " c"))
    (lambda a, b=1, c=2: None)(Mortal(name + " passed on"), c=Mortal(name + " to a lambda"))
    print("    the last one")
    return guessed(b=Mortal(name + " b"), a=Mortal(name + " a"))


def failing(f, name):
    f(Mortal(name + " a"), c=Mortal(name + " c"), b=Mortal(name + " b"))


for number in range(3):
    print(temporaries("number %d" % number))
    for f in raising, two, other_names, all_kinds, positional_b, 5, len, NoKeywords, recursing:
        print(attempt(failing, f, "number %d" % number))


def of_passing_function(number):
    def passing(a, b=number, c=0):
        return a, b, c, number
    return last(passing, 1), both(passing, 2), all_named(passing, 3)


print([of_passing_function(number) for number in range(10)])
gc.collect()
print([of_passing_function(number) for number in range(10)])
