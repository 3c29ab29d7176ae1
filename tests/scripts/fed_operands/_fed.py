# Operands that the instruction before hands over without a register: each producer of a result with
# each reader of it, tried with the kinds that the reader guesses, with others, and with the first again.
import sys


class Box:
    def __init__(self, x):
        self.x = x


class Loud:
    """Says which operator was asked, and with what; keeps what it was shown."""
    shown = []

    def __repr__(self):
        return "Loud"

    def __bool__(self):
        print("   bool")
        return True

    def __getitem__(self, key):
        self.shown.append(key)
        return ("item", key)

    def __setitem__(self, key, value):
        self.shown.append((key, value))

    def __neg__(self):
        return "negative"

    def __hash__(self):
        return 7


def answer(name):
    def operator(self, other):
        self.shown.append(other)
        return (name, other)
    return operator


for name in ("add radd sub rsub mul rmul floordiv rfloordiv mod rmod and rand or ror xor rxor lshift rlshift "
             "rshift rrshift truediv rtruediv lt le eq ne gt ge").split():
    setattr(Loud, "__%s__" % name, answer(name))


class SubInt(int):
    pass


class SubStr(str):
    pass


LOUD = Loud()
VALUES = [3, 1000, 0, -5, True, 2.5, -0.0, 2**62, -2**63, 2**70, "ab", SubStr("ab"), SubInt(4), [1], (), None, LOUD,
          float("nan"), {"a": 1}]


def make(parameters, body):
    space = {"Box": Box, "LOUD": LOUD}
    exec("def place(%s):\n    %s" % (parameters, body.replace("\n", "\n    ")), space)
    return space["place"]


def attempt(place, *arguments):
    """What the call returns or raises; the numbers with their kind and whether small ones are shared."""
    try:
        result = place(*arguments)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)
    if type(result) is int and -5 <= result <= 256:
        return "%r%s" % (result, "" if result is SMALL[result] else " of its own")
    return repr(result) if len(repr(result)) < 40 else repr(result)[:40] + "..."


def shortened(text):
    """The beginning, and a sum of the whole."""
    total = 0
    for character in text:
        total = (total * 31 + ord(character)) % 1000003
    return "%s... %d" % (text[:60], total)


SMALL = {number: number for number in range(-5, 257)}


def drive(title, parameters, body, guesses, values, fresh=lambda value: value):
    """The place with the guessed values, with each other value, and with the guessed ones again."""
    place = make(parameters, body)
    for guess in guesses:
        before = [attempt(place, *fresh(guess)) for _ in range(60)][-1]
        seen = [attempt(place, *fresh(value)) for value in values]
        after = [attempt(place, *fresh(guess)) for _ in range(60)][-1]
        print(title, "|", before, "|", shortened("; ".join(seen)), "|", after == before)
