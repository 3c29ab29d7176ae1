# Results of arithmetic and of loads that go straight into arithmetic, comparisons and tests.
from _fed import *

PRODUCERS = [ # what the value u becomes on the way to its reader
    ("sum", "(u + v)"), ("const", "(u * 1)"), ("attribute", "Box_u.x"), ("item", "list_u[0]"),
    ("tuple", "tuple_u[w]"), ("bits", "(u | v)"),
]
READERS = [
    ("add", "return %s + w"), ("radd", "return w + %s"), ("sub", "return %s - w"), ("rsub", "return w - %s"),
    ("mul", "return %s * w"), ("const", "return %s - 2"), ("half", "return %s * 0.5"), ("rhalf", "return 0.5 + %s"),
    ("floor", "return %s // w"), ("rfloor", "return w // %s"), ("mod", "return %s % w"), ("div", "return %s / w"),
    ("rdiv", "return w / %s"), ("and", "return %s & w"), ("rxor", "return w ^ %s"), ("shift", "return %s >> w"),
    ("lshift", "return %s << w"), ("rshift", "return w << %s"), ("negative", "return -%s"),
    ("lt", "if %s < w: return 'yes'"), ("rle", "if w <= %s: return 'yes'"), ("eq", "if %s == 3: return 'yes'"),
    ("ne", "if w != %s: return 'yes'"), ("gt", "if not %s > 2.5: return 'no'"), ("ge", "if w >= %s: return 'yes'"),
    ("truth", "if %s: return 'yes'"), ("false", "if not %s: return 'no'"),
    ("twice", "return (%s + w) * w - w"), ("local", "w += %s\nreturn w"),
]


def arguments(value):
    return value, 0, 2, Box(value), [value], (0, 1, value)


def floats(value):
    return value, 0.0, 1.5, Box(value), [value], (0, value)


for producer, expression in PRODUCERS:
    for reader, statement in READERS:
        body = statement.replace("%s", expression)
        drive(producer + " " + reader, "u, v, w, Box_u, list_u, tuple_u", body, [3, 1000], VALUES, arguments)
        if producer not in ("tuple", "bits"):
            drive(producer + " " + reader + " float", "u, v, w, Box_u, list_u, tuple_u", body, [2.5], VALUES, floats)
# What was shown to the operators of a class is what it was: small ints are the shared ones.
print(len(Loud.shown), [value for value in Loud.shown if type(value) is int and value in SMALL and value is not SMALL[value]])
