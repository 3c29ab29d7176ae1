# The recursion limit met in every kind of frame: __init__, operators, comparisons, properties, iteration,
# generators, finalizers, builtins that call back. Each way down is counted, caught, and works again.
import functools
import sys

depth = 0


def deeper():
    global depth
    depth += 1


class Operand:
    def __add__(self, other):
        deeper()
        return self + other

    def __radd__(self, other):
        deeper()
        return 1 + self

    def __neg__(self):
        deeper()
        return -self

    def __lt__(self, other):
        deeper()
        return self < other

    def __eq__(self, other):
        deeper()
        return self == other

    __hash__ = None

    def __getitem__(self, key):
        deeper()
        return self[key]

    def __setitem__(self, key, value):
        deeper()
        self[key] = value

    def __contains__(self, item):
        deeper()
        return item in self

    def __call__(self, *arguments):
        deeper()
        return self(*arguments)

    def __bool__(self):
        deeper()
        return not self

    def __len__(self):
        deeper()
        return len(self)

    def __repr__(self):
        deeper()
        return repr(self)

    def __str__(self):
        deeper()
        return f"{self}"

    def __getattr__(self, name):
        deeper()
        return self.missing

    @property
    def prop(self):
        deeper()
        return self.prop

    @prop.setter
    def prop(self, value):
        deeper()
        self.prop = value

    def __enter__(self):
        deeper()
        with self:
            pass

    def __exit__(self, *arguments):
        pass

    def __index__(self):
        deeper()
        return [0][self]

    def __hash__(self):
        deeper()
        return hash(self)

    def method(self):
        deeper()
        return self.method()

    def keyword(self, a=1, *, b=2):
        deeper()
        return self.keyword(a=a, b=b)

    def star(self, *a, **b):
        deeper()
        return self.star(*a, **b)


class Init:
    def __init__(self):
        deeper()
        Init()


class New:
    def __new__(cls):
        deeper()
        return New()


class Iterator:
    def __iter__(self):
        deeper()
        return iter(self)


class Next:
    def __iter__(self):
        return self

    def __next__(self):
        deeper()
        for item in self:
            return item


class Descriptor:
    def __get__(self, instance, owner):
        deeper()
        return instance.described


class Described:
    described = Descriptor()


class Meta(type):
    def __call__(cls):
        deeper()
        return cls()


class OfMeta(metaclass=Meta):
    pass


class Base:
    def method(self):
        deeper()
        return self.method()


class Super(Base):
    def method(self):
        deeper()
        return super().method()


def plain():
    deeper()
    return plain()


def with_cells(x):
    deeper()

    def inner():
        return with_cells(x)
    return inner()


def generator():
    deeper()
    yield from generator()


def generator_loop():
    deeper()
    for item in generator_loop():
        yield item


def by_map():
    deeper()
    return list(map(lambda x: by_map(), [1]))


def by_sort():
    deeper()
    return sorted([2, 1], key=lambda x: by_sort())


def by_comprehension():
    deeper()
    return [by_comprehension() for _ in [1]]


def by_expression():
    deeper()
    return sum(by_expression() for _ in [1])


def by_exec():
    deeper()
    exec("by_exec()", globals())


def by_eval():
    deeper()
    return eval("by_eval()", globals())


def by_class():
    deeper()

    class Body:
        x = by_class()


def by_finally():
    deeper()
    try:
        by_finally()
    finally:
        deeper()


def by_except():
    deeper()
    try:
        by_except()
    except ZeroDivisionError:
        pass


def by_partial():
    deeper()
    return functools.partial(by_partial)()


def by_reduce():
    deeper()
    return functools.reduce(lambda x, y: by_reduce(), [1, 2])


def by_import_hook():
    deeper()
    return __import__("sys").modules and by_import_hook()


@functools.lru_cache
def cached(n):
    deeper()
    return cached(n + 1)


def by_getattr():
    deeper()
    return getattr(Operand(), "prop") if depth > 20 else by_getattr()


def store_item(o):
    o[0] = 1


def store_prop(o):
    o.prop = 1


o = Operand()
WAYS = {
    "plain": plain, "cells": lambda: with_cells(1), "init": Init, "new": New, "add": lambda: o + 1, "radd": lambda: 1 + o,
    "neg": lambda: -o, "lt": lambda: o < 1, "eq": lambda: o == 1, "getitem": lambda: o[0], "setitem": lambda: store_item(o),
    "contains": lambda: 1 in o, "call": o, "bool": lambda: not o, "len": lambda: len(o), "repr": lambda: repr(o),
    "str": lambda: str(o), "getattr": lambda: o.nothing, "property": lambda: o.prop, "property set": lambda: store_prop(o),
    "with": o.__enter__, "index": lambda: [0][o], "hash": lambda: hash(o), "method": o.method, "keyword": o.keyword,
    "star": lambda: o.star(1, b=2), "iter": lambda: list(Iterator()), "next": lambda: list(Next()),
    "descriptor": lambda: Described().described, "metaclass": OfMeta, "super": lambda: Super().method(),
    "generator": lambda: list(generator()), "generator loop": lambda: list(generator_loop()), "map": by_map, "sort": by_sort,
    "comprehension": by_comprehension, "expression": by_expression, "exec": by_exec, "eval": by_eval, "class": by_class,
    "finally": by_finally, "except": by_except, "partial": by_partial, "reduce": by_reduce, "modules": by_import_hook,
    "cached": lambda: cached(0), "getattr builtin": by_getattr,
    "list eq": lambda: [o] == [Operand()], "tuple lt": lambda: (o,) < (Operand(),), "dict key": lambda: {o: 1},
    "in list": lambda: 1 in [o], "max": lambda: max(o, 1), "sum": lambda: sum([o, 1]), "join": lambda: "".join(Next()),
    "isinstance": lambda: any(o for _ in [1]), "format": lambda: "%s" % o, "format method": lambda: "{}".format(o),
    "set": lambda: {o}, "sorted": lambda: sorted([o, Operand()]), "enumerate": lambda: list(enumerate(Next())),
    "unpack": lambda: (lambda *a: a)(*Next()), "bool call": lambda: bool(o), "if": lambda: 1 if o else 2,
}
sys.setrecursionlimit(200)
for name, way in WAYS.items():
    answers = []
    for _ in range(3):
        depth = 0
        try:
            way()
            answers.append("no error")
        except RecursionError as error:
            answers.append("deep" if depth > 20 else "after %d: %s" % (depth, error))
        except Exception as error:
            answers.append("%s: %s" % (type(error).__name__, error))
    print(name, "|", answers[0] if len(set(answers)) == 1 else answers)
