# A jump on the comparison `<` of an int with a constant int: operands of other kinds.
from _operands import *


def branch(a):
    if a < 1000:
        return "yes"
    return "no"


def inverted(a):
    if not a < 1000:
        return "no"
    return "yes"


def conditional(a):
    return "yes" if a < 1000 else "no"


def loop(a):
    count = 0
    while a < 1000:
        count += 1
        if count == 3:
            break
    return count


def chained(a):
    if -50 < a < 1000:
        return "yes"
    return "no"


def of_results(a):
    if a + 0 < 1000:
        return "yes"
    return "no"


def counting(start, stop):
    """The same place sees ints, floats, then ints too large for the instruction."""
    seen = []
    value = start
    while value < 1000:
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


drive([branch, inverted, conditional, loop, chained, of_results], (30,), lefts())
for place in branch, inverted, loop:
    ends(place, 30, takes_two=False)
for start, stop in (0, 1000), (2000, 1000), (1000, 1000), (1000, 1001):
    print(counting(start, stop))
