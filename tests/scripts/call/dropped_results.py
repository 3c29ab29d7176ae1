# A call as a statement: its result dies at once, before the next statement, whatever was called.
import functools
import operator


class Result:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "<%s>" % self.name

    def __del__(self):
        print("    end of", self.name)


class Failing(Result):
    def __del__(self):
        print("    failing end of", self.name)
        raise ArithmeticError("not seen by the caller")


def function(name):
    return Result(name)


def with_default(name, kind=Result):
    return kind(name)


def with_star(*names, **keywords):
    return Result("-".join(names) + "".join(keywords))


def keyword_only(name, *, kind=Result):
    return kind(name)


def with_cell(name):
    def inner():
        return name
    return Result(inner())


def generator(name):
    with_cell(name)
    yield Result(name)


def identity(value):
    return value


def raising(name):
    raise ArithmeticError(name)


def recursing(name, depth=5):
    if depth:
        recursing(name, depth - 1)
    return Result("%s at %d" % (name, depth))


class Class:
    def __init__(self, name="default"):
        self.name = name

    def __del__(self):
        print("    end of Class", self.name)

    def method(self, name):
        return Result(name)

    def itself(self, name):
        return self

    @classmethod
    def of_class(cls, name):
        return cls(name)

    @staticmethod
    def static(name):
        return Result(name)

    def __call__(self, name):
        return Result(name)

    def __getitem__(self, name):
        return Result(name)

    @property
    def getter(self):
        return function


class WithNew:
    def __new__(cls, name):
        return Result(name)


class NewAndInit(Result):
    def __new__(cls, name):
        return super().__new__(cls)

    def __init__(self, name):
        super().__init__(name)


class OfList(list):
    def __init__(self, name):
        self.append(Result(name))


class Meta(type):
    def __call__(cls, name):
        return Result(name)


class OfMeta(metaclass=Meta):
    pass


class Slots:
    __slots__ = "name", "__weakref__"

    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("    end of Slots", self.name)


one = Class("kept")
callables = [function, with_default, with_star, keyword_only, with_cell, generator, identity, raising, recursing, Class,
             one.method, one.itself, Class.of_class, Class.static, one, WithNew, NewAndInit, OfList, OfMeta, Slots, Result,
             lambda name: Result(name), lambda name: [Result(name)], lambda name: (Result(name), Result(name + " too")),
             functools.partial(with_default, kind=Result), functools.partial(function), operator.methodcaller("upper"),
             operator.itemgetter(0), str, list, len, [].append, {}.get, str.upper, id, print, iter, type, tuple, repr, 5]


def positional(f, name):
    f(name)
    print("    next")


def nested(f, name):
    f(identity(name))
    identity(f(name))
    print("    next")


def in_loop(f, name):
    for number in range(2):
        f(name + str(number))
    print("    next")


def starred(f, name):
    f(*(name,))
    print("    next")


def keyworded(f, name):
    f(name=name)
    print("    next")


def both_stars(f, name):
    f(*(), **{"name": name})
    print("    next")


def in_try(f, name):
    try:
        f(name)
        print("    next")
    except ArithmeticError as error:
        print("    caught", error)
    finally:
        f(name + " finally")
        print("    last")


def last(f, name):
    f(name)


def conditional(f, name):
    f(name) if name else f("nothing")
    name and f(name)
    print("    next")


def twice(f, name):
    f(name); f(name + " again")
    print("    next")


def of_temporary(f, name):
    (lambda: f)()((lambda: name)())
    print("    next")


def method_of_temporary(f, name):
    Class(name).method(name + " result")
    print("    next")
    Class(name).itself(name)
    print("    next")
    Class(name).getter(name + " of getter")
    print("    last")


places = [positional, nested, in_loop, starred, keyworded, both_stars, in_try, last, conditional, twice, of_temporary]
for place in places:
    print(place.__name__)
    for f in callables:
        print("  ", getattr(f, "__name__", type(f).__name__))
        for round_ in range(2):
            try:
                place(f, "r%d" % round_)
            except Exception as error:
                print("    ", type(error).__name__, str(error).split(" at 0x")[0])
for round_ in range(3):
    method_of_temporary(None, "r%d" % round_)

# operators, items and attributes as statements do the same
class Operators:
    def __add__(self, other):
        return Result("sum")

    def __lt__(self, other):
        return Result("comparison")

    def __getitem__(self, key):
        return Result("item")

    def __getattr__(self, name):
        return Result("attribute " + name)

    def __neg__(self):
        return Result("negative")

    def __contains__(self, item):
        return Result("contains")

    def __iadd__(self, other):
        return Result("in place")

    def __enter__(self):
        return Result("entered")

    def __exit__(self, *a):
        return Result("exit")

    def __iter__(self):
        return iter([Result("iterated")])


def operators(o):
    o + 1
    print("    next")
    o < 1
    print("    next")
    o[0]
    print("    next")
    o.name
    print("    next")
    -o
    print("    next")
    1 in o
    print("    next")
    with o:
        print("    inside")
    print("    next")
    for _ in o:
        print("    body")
    print("    next")
    [*o]
    print("    next")
    f"{o.formatted}"
    print("    last")
    o += 1
    print("    end")


for _ in range(3):
    operators(Operators())

# while something dies the next statement has not begun, and what it raises is not ours
log = []


class Logging:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


def in_order():
    Logging("a")
    log.append("b")
    identity(Logging("c"))
    log.append("d")
    for number in range(2):
        Logging(number)
        log.append("after %d" % number)
    try:
        raising(Logging("e"))
    except ArithmeticError as error:
        log.append("caught")
        del error
    log.append("f")
    return log


for _ in range(60):
    log.clear()
    found = in_order()
print(found)


def make_cycle():
    one = Class("in a cycle")
    one.itself_again = one


import gc
make_cycle()
print("before")
gc.collect()
print("after")


def generate():
    function("in a generator")
    print("    next")
    yield 1
    function("again")
    yield 2
    Class("third")


for _ in range(2):
    print(*generate())


class Body:
    function("in a class body")
    print("    next")


exec("function('in exec'); print('    next')")
function("in the module")
print("    last")
[function("in a comprehension") for _ in range(2)]
print("    last")
