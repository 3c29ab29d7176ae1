# A jump on the comparison `>` of two ints in registers: operands of other kinds.
from _operands import *


def branch(a, b):
    if a > b:
        return "yes"
    return "no"


def inverted(a, b):
    if not a > b:
        return "no"
    return "yes"


def conditional(a, b):
    return "yes" if a > b else "no"


def loop(a, b):
    count = 0
    while a > b:
        count += 1
        if count == 3:
            break
    return count


def chained(a, b):
    if -50 > a > b:
        return "yes"
    return "no"


def of_results(a, b):
    if a + 0 > b + 0:
        return "yes"
    return "no"


def with_itself(a, b):
    return "yes" if a > a else "no", "yes" if b > b else "no"


def swapped(a, b):
    return "yes" if b > a else "no"

def counting(start, stop):
    """The same place sees ints, floats, then ints too large for the instruction."""
    seen = []
    value = start
    while value > stop:
        kept = value
        value += 250
        if len(seen) == 3:
            value = float(value)
        if len(seen) == 6:
            value = int(value) + 2**63
        if len(seen) == 8:
            value = int(value) - 2**63
        seen.append((kept, value))
        if len(seen) > 20:
            break
    return seen


drive([branch, inverted, conditional, loop, chained, of_results, with_itself, swapped], (30, 40), PAIRS)
for place in branch, inverted, loop:
    ends(place, 30)
for start, stop in (0, 1000), (2000, 1000), (1000, 1000), (1000, 1001):
    print(counting(start, stop))
