# An exception in every position of a call: what was evaluated before it, what ends when, which line the
# traceback names, and that the place works afterwards.
import sys

log = []


class Part:
    def __init__(self, name):
        self.name = name
        log.append("make " + name)

    def __del__(self):
        log.append("end " + self.name)

    def method(self, *arguments, **keywords):
        return "method"


def part(name, failing):
    if name == failing:
        raise ArithmeticError(name)
    return Part(name)


def items(name, failing):
    for number in range(2):
        yield part("%s%d" % (name, number), failing)


class Mapping:
    def __init__(self, name, failing):
        self.name, self.failing = name, failing

    def keys(self):
        return [part(self.name + "-keys", self.failing) and self.name + "1", self.name + "2"]

    def __getitem__(self, key):
        return part(key, self.failing)


def anything(*arguments, **keywords):
    return len(arguments), sorted(keywords)


def two(a, b):
    return "two"


def default(a, b=5, *, c=6):
    return "default"


CALLS = {
    "positional": "f(part('a', x), part('b', x), part('c', x))",
    "two of two": "two(part('a', x), part('b', x))",
    "callable": "part('f', x).method(part('a', x))",
    "method": "part('f', x).method(part('a', x), part('b', x))",
    "keywords": "f(part('a', x), k=part('b', x), l=part('c', x))",
    "to defaults": "default(part('a', x), c=part('b', x))",
    "star": "f(part('a', x), *items('s', x), part('b', x))",
    "two stars": "f(*items('s', x), *items('t', x))",
    "double star": "f(part('a', x), **{'k': part('b', x), 'l': part('c', x)})",
    "mapping": "f(part('a', x), **Mapping('m', x), z=part('b', x))",
    "all": "f(part('a', x), *items('s', x), k=part('b', x), **Mapping('m', x), **Mapping('n', x))",
    "nested": "f(part('a', x), f(part('b', x), f(part('c', x))), part('d', x))",
    "class": "Made(part('a', x), part('b', x))",
    "raising class": "Raising(part('a', x), part('b', x))",
    "super": "Derived(part('a', x), part('b', x))",
    "builtin": "max(part('a', x), part('b', x), key=lambda p: part('key', x) and 1)",
    "generator": "list(part('i', x) for _ in (1, 2))",
    "comprehension": "[part('i', x) for _ in (1, 2) if part('if', x)]",
    "decorated": "decorated(part('a', x))",
    "default of def": "(lambda a=part('d', x), *, k=part('e', x): a)()",
    "too many": "two(part('a', x), part('b', x), part('c', x))",
    "too few": "two(part('a', x))",
    "unknown keyword": "two(part('a', x), zz=part('b', x))",
    "twice": "two(part('a', x), a=part('b', x))",
    "no callable": "5(part('a', x), part('b', x))",
    "none with keywords": "None(part('a', x), k=part('b', x))",
    "no iterable": "f(part('a', x), *5)",
    "no mapping": "f(part('a', x), **5)",
    "keyword twice": "f(part('a', x), **{'k': 1}, **{'k': part('b', x)})",
    "keyword is no str": "f(part('a', x), **{1: part('b', x)})",
    "builtin refuses": "len(part('a', x), part('b', x))",
    "method refuses": "[].append(part('a', x), part('b', x))",
    "builtin type": "int(part('a', x), part('b', x))",
    "attribute": "part('a', x).nothing(part('b', x))",
}


class Made:
    def __init__(self, a, b):
        self.a, self.b = a, b


class Raising:
    def __init__(self, a, b):
        self.a = a
        raise ArithmeticError("in __init__")


class Derived(Made):
    def __init__(self, a, b):
        super().__init__(b, a)


def decorate(function):
    def inner(*arguments, **keywords):
        try:
            return function(*arguments, **keywords)
        finally:
            log.append("left")
    return inner


@decorate
def decorated(a):
    return "decorated"


def run(function, failing):
    del log[:]
    try:
        text = str(function(anything, failing))
    except Exception as error:
        traceback = error.__traceback__
        lines = []
        while traceback:
            frame = traceback.tb_frame
            lines.append("%s+%d" % (frame.f_code.co_name, traceback.tb_lineno - frame.f_code.co_firstlineno))
            traceback = traceback.tb_next
        frame = None
        text = "%s: %s [%s]" % (type(error).__name__, error, " ".join(lines))
    return text if "<__main__" not in text else text.split("<__main__")[0]


for name, call in CALLS.items():
    space = dict(globals())
    exec("def function(f, x):\n    before = 1\n    found = %s\n    return 'returned'" % call, space)
    function = space["function"]
    for failing in (None, "a", "b", "c", "d", "f", "s0", "s1", "t1", "k", "m-keys", "m1", "m2", "n-keys", "n2", "key", "i", "if", "e"):
        if failing is None or "'%s" % failing.rstrip("0123456789").replace("-keys", "") in call:
            for _ in range(3):
                text = run(function, failing)
            print(name, "|", failing, "|", text, "|", ", ".join(log))
