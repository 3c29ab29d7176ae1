# A call of a builtin function of one argument: other callables at the place, arguments that it refuses.
import builtins
import sys

from _callables import *


def call(f, a):
    return f(a)


def to_local(f, a):
    found = f(a)
    return found


def over_argument(f, a):
    a = f(a)
    return a


def of_builtin(a):
    return abs(a)


class Absolute:
    def __abs__(self):
        return "own abs"


class Raising:
    def __abs__(self):
        raise ArithmeticError("no abs")


class PlainInt(int):
    pass


arguments = [0, -1, -2**63, 2**70, -1.5, -0.0, True, 3 + 4j, PlainInt(-1000), Absolute(), Raising(), None, "text", []]
drive([call, to_local, over_argument], abs, -1000, arguments)
for other in arguments:
    of_builtin(-1)
    print(attempt(of_builtin, other), attempt(of_builtin, -1))
for function in repr, hash, ord, chr, bin, callable, id, iter, next, vars, dir, all, any, sorted, "".join, [5].index, {}.pop:
    for other in -5, "ab", [1, 2], None, (1,):
        if function is not id and (function is not vars or other is None) and (function is not hash or other is not None):
            text = attempt(call, function, other)
            print(function.__name__, show(other), text if len(text) < 200 else len(text) > 0)
for _ in range(60):
    of_builtin(-1)
abs = lambda a: ("shadow", a)
print(of_builtin(-1))
del abs
print(of_builtin(-1))
original = builtins.abs
builtins.abs = repr
print(of_builtin(-1))
builtins.abs = lambda a: ("replaced", a)
print(of_builtin(-1))
builtins.abs = original
print(of_builtin(-1))


def kept_numbers(values):
    kept = []
    for value in values:
        number = abs(value)
        kept.append(number)
        number += 1000
        kept.append((value, number))
    return kept


print(kept_numbers([1000, -1000, 5000, 1.5, -2.5, 2**62, -2**63, True]))


class Ending(Mortal):
    def __abs__(self):
        print("    abs of", self.name)
        return 5

    def __repr__(self):
        return "Ending"


def temporary(name):
    print(abs(Ending(name)))
    print("    next statement")
    return abs(Mortal(name + ", refused"))


for number in range(3):
    print(attempt(temporary, "number %d" % number))
marker = object()
count = sys.getrefcount(marker), sys.getrefcount(original)
for _ in range(50):
    call(repr, marker), call(original, -1), call(hash, marker)
print(sys.getrefcount(marker) - count[0], sys.getrefcount(original) - count[1], attempt(call, original, marker)[:20],
      sys.getrefcount(marker) - count[0])


def recursing(a):
    return repr(a)


class Deep:
    def __repr__(self):
        return recursing(self)


print(attempt(recursing, Deep())[:14], recursing(5))
