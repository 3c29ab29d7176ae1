# The difference of an int and a constant int: other operands, and results beyond 64 bits.
from _operands import *


def to_temporary(a):
    return a - 1000


def to_local(a):
    result = a - 1000
    return result


def over_operand(a):
    a -= 1000
    return a


def of_result(a):
    return (a - 1000) - 2


def minus_one(a):
    return a - -1


def largest(a):
    return a - 9223372036854775807

def running(values):
    """What was kept of a value stays as it was, whatever the instruction does."""
    kept = []
    for value in values:
        first = value
        value -= 1000
        second = value
        value -= 3
        kept.append((first, second, value))
    return kept


drive([to_temporary, to_local, over_operand, of_result, minus_one, largest], (30,), lefts(NUMBERS))
drive([to_temporary, over_operand], (30,), lefts(OTHERS))
for place in to_temporary, to_local, over_operand, of_result:
    ends(place, 30, takes_two=False)
print(running([1000, 0, -7, 2**62, 2**63 - 1, -2**63, 1.5, True, 2**70, PlainInt(3000), NAN, 5, 10**6]))
