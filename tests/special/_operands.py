# Operands that make the guess of a number instruction fail, and the drivers that pass them.
#
# A place is a function with the instruction in it. Every pair below is tried like this: the guessed
# kind until the instruction is specialised, the pair, and the guessed kind again, whose result says
# that the place still works.
import sys

BIG = 2**63 - 1
NAN = float("nan")
NAMES = ("add", "sub", "mul")
COMPARISONS = ("lt", "le", "eq", "ne", "gt", "ge")


class PlainInt(int):
    """A subclass that changes nothing."""


class PlainFloat(float):
    """A subclass that changes nothing."""


class PlainStr(str):
    """A subclass that changes nothing."""


class Wrong:
    """Its comparisons answer with something that has no truth value."""

    def __bool__(self):
        raise ValueError("neither true nor false")


def make_class(name, answer, base=object):
    """A class of whose operators each, reflected ones too, returns answer(operator, self, other)."""
    def make_operator(operator):
        return lambda self, other: answer(operator, self, other)

    namespace = {"__hash__": None, "__repr__": lambda self: "<%s>" % name}
    for operator in NAMES:
        namespace["__%s__" % operator] = make_operator(operator)
        namespace["__r%s__" % operator] = make_operator("r" + operator)
    for operator in COMPARISONS:
        namespace["__%s__" % operator] = make_operator(operator)
    return type(name, (base,), namespace)


def raising(operator, self, other):
    raise ArithmeticError("no %s with %r" % (operator, type(other).__name__))


def refusing(operator, self, other):
    print("   ", operator, "refuses", type(other).__name__)
    return NotImplemented


def busy(operator, self, other):
    """What may happen while the operator runs."""
    import gc
    gc.collect()
    return [number * 1000 for number in range(300, 400)][-1]


Answering = make_class("Answering", lambda operator, self, other: (operator, type(other).__name__))
AnsweringInt = make_class("AnsweringInt", lambda operator, self, other: operator + "!", int)
AnsweringFloat = make_class("AnsweringFloat", lambda operator, self, other: operator + "!", float)
AnsweringStr = make_class("AnsweringStr", lambda operator, self, other: operator + "!", str)
Truthless = make_class("Truthless", lambda operator, self, other: Wrong())
Raising = make_class("Raising", raising)
Refusing = make_class("Refusing", refusing)
Busy = make_class("Busy", busy)

NUMBERS = [
    (0, 0), (3, 4), (BIG, 1), (-BIG, 2), (-BIG - 1, 1), (-BIG - 1, -1), (BIG, BIG), (-BIG - 1, -BIG - 1),
    (2**40, 2**40), (BIG + 1, 1), (1, -BIG - 2), (10**30, 10**29), (2**53 + 1, 2.0**53),
    (1.5, 2.25), (0.1, 0.2), (-0.0, 0.0), (0.0, 0), (-0.0, 0), (1e308, 1e308), (NAN, NAN), (NAN, 1),
    (float("inf"), float("-inf")), (2, 0.5), (0.5, 2), (True, 1), (1, True), (False, True), (2j, 3),
    (3, 2j), (PlainInt(1000), 7), (1000, PlainInt(7)), (PlainFloat(1000), 7.0), (1000.0, PlainFloat(7)),
]
OTHERS = [
    ("ab", "cd"), ("ab", "ab"), ("ab", 3), (3, "ab"), (PlainStr("ab"), "ab"), ("\u20ac", "\u20ac"), (b"ab", b"ab"),
    ([1], [2]), ([1], 2), ((1,), (2,)), (3, [1]), (None, 1), (1, None), (None, None), (object, 1),
    ({1}, {1, 2}), ({1: 2}, {1: 2}), (AnsweringInt(5), 1000), (1000, AnsweringInt(5)), (AnsweringFloat(5), 2.5),
    (2.5, AnsweringFloat(5)), (AnsweringStr("s"), "s"), ("s", AnsweringStr("s")), (Answering(), 1),
    (1, Answering()), (Answering(), Answering()), (Refusing(), 1), (1, Refusing()), (1.5, Refusing()),
    ("s", Refusing()), (Raising(), 1), (1, Raising()), (1.5, Raising()), ("s", Raising()), (Busy(), 1), (1, Busy()),
    (Truthless(), 1), (1, Truthless()),
]
PAIRS = NUMBERS + OTHERS


def show(value):
    return "%s %r" % (type(value).__name__, value)


def apply(place, operands):
    return place(operands[0], operands[1]) if len(operands) == 2 else place(operands[0])


def attempt(place, operands):
    try:
        return show(apply(place, operands))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def drive(places, guessed, rows=PAIRS):
    """Each place takes a row of operands; guessed is one that its instruction expects."""
    for place in places:
        print(place.__name__)
        for row in rows:
            for _ in range(3):
                expected = apply(place, guessed)
            print("  %s:" % ", ".join(map(repr, row)), attempt(place, row))
            if apply(place, guessed) != expected:
                print("    the place is broken")


def lefts(pairs=PAIRS):
    """Rows for places whose right operand is a constant: every operand of the pairs, once."""
    rows = {}
    for operand in (operand for pair in pairs for operand in pair):
        rows.setdefault(show(operand), (operand,))
    return list(rows.values())


class Mortal:
    """Its operators print; so does its end."""

    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("    end of", self.name)

    def operate(self, other):
        print("    operate", self.name)
        return 5000

    def refuse(self, other):
        print("    refuse", self.name)
        raise ArithmeticError(self.name)

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = operate
    __lt__ = __le__ = __eq__ = __ne__ = __gt__ = __ge__ = operate
    __hash__ = None


class MortalRefusing(Mortal):
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = Mortal.refuse
    __lt__ = __le__ = __eq__ = __ne__ = __gt__ = __ge__ = Mortal.refuse
    __hash__ = None


def ends(place, guessed, takes_two=True):
    """When operands that nobody else holds end, and what counts say of others."""
    for kind in Mortal, MortalRefusing:
        print(place.__name__, "with", kind.__name__)
        for rows in ["left", None], [None, "right"], ["left", "right"]:
            operands = [kind(name) if name else guessed for name in rows[:2 if takes_two else 1]]
            apply(place, [guessed] * len(operands))
            print("   ", attempt(place, operands))
            print("    counts", [sys.getrefcount(operand) for operand in operands if isinstance(operand, Mortal)])
            del operands[:]
            print("    all let go")
        try:
            print("   ", place(kind("new"), guessed) if takes_two else place(kind("new")))
        except ArithmeticError as error:
            print("   ", error)
        print("    after the statement")
