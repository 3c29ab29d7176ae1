# The product of two ints in registers: operands of other kinds, and results beyond 64 bits.
from _operands import *


def to_temporary(a, b):
    return a * b


def to_local(a, b):
    result = a * b
    return result


def over_left(a, b):
    a *= b
    return a


def over_right(a, b):
    b = a * b
    return b


def with_itself(a, b):
    return a * a, b * b


def of_results(a, b):
    return (a * b) * (b * a)


def running(values, total):
    """What was kept of the total stays as it was, whatever the instruction does."""
    kept = []
    for value in values:
        before = total
        kept.append(total)
        total *= value
        kept.append((before, total))
    return kept


drive([to_temporary, to_local, over_left, over_right, with_itself, of_results], (30, 4))
for place in to_temporary, to_local, over_left, over_right, of_results:
    ends(place, 30)
for start in 1000, 0, -2**62, True:
    print(running([1000, -2000, 7, 2**61, 2**62, 1.5, 2, True, 1000, PlainInt(3000), -5, 2**70, 1], start))
