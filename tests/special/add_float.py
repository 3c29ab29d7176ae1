# The sum of two floats in registers: operands of other kinds.
from _operands import *


def to_temporary(a, b):
    return a + b


def to_local(a, b):
    result = a + b
    return result


def over_left(a, b):
    a += b
    return a


def over_right(a, b):
    b = a + b
    return b


def with_itself(a, b):
    return a + a, b + b


def of_results(a, b):
    return (a + b) + (b + a)


def running(values, total):
    """What was kept of the total stays as it was, whatever the instruction does."""
    kept = []
    for value in values:
        before = total
        kept.append(total)
        total += value
        kept.append((before, total))
    return kept


drive([to_temporary, to_local, over_left, over_right, with_itself, of_results], (1.5, 0.25))
for place in to_temporary, to_local, over_left, over_right, of_results:
    ends(place, 1.5)
for start in 0.0, -1.5, 1e300, NAN:
    print(running([1.5, -2.25, 1e308, 0.0, -0.0, 3, 2**60, True, 0.5, PlainFloat(3.5), NAN, 1.0, float("inf"), 2.0], start))
