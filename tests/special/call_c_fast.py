# A builtin function with several arguments: other callables at the place, wrong counts, shadowed.
import builtins
import math
import sys

from _callables import *


def call(f, a):
    return f(a, 3)


def to_local(f, a):
    found = f(a, 3)
    return found


def of_builtin(a, b):
    return isinstance(a, b)


def take(a, b):
    return ("two", a, b)


class WithTwo:
    def __init__(self, a, b):
        self.a = a

    def __repr__(self):
        return "WithTwo"

    def method(self, a, b):
        return ("method", a, b)


class Checking(type):
    def __instancecheck__(cls, instance):
        return "checked"


class Checked(metaclass=Checking):
    pass


class RaisingCheck(type):
    def __instancecheck__(cls, instance):
        raise ArithmeticError("no check")


class RaisingChecked(metaclass=RaisingCheck):
    pass


for place in call, to_local:
    for other in (take, WithTwo, WithTwo(1, 2).method, pow, divmod, isinstance, getattr, round, max, min, int, len, None, 5,
                  one_parameter, with_default, with_star, keyword_only, Callable(), range, print, math.gcd, math.pow,
                  [5].index, "ab".replace, format, setattr, sum, sorted, type):
        for _ in range(60):
            place(pow, 2)
        print(show(other)[:40], "|", attempt(place, other, 65), "|", attempt(place, pow, 2), "|", attempt(place, other, None))
for a, b in ((1, int), (1, str), (True, int), (1, (str, int)), (1, Checked), (1, RaisingChecked), (1, 5), (1, (int, 5)),
             (1, ("x",)), (WithTwo(1, 2), WithTwo), (None, type(None)), (int, type), (1, int | str)):
    for _ in range(60):
        of_builtin(1, int)
    print(show(a), show(b)[:30], attempt(of_builtin, a, b), of_builtin(1, int))
isinstance = lambda a, b: "shadow"
print(of_builtin(1, int))
del isinstance
print(of_builtin(1, int))
original = builtins.isinstance
builtins.isinstance = issubclass
print(attempt(of_builtin, 1, int), attempt(of_builtin, bool, int))
builtins.isinstance = take
print(attempt(of_builtin, 1, int))
builtins.isinstance = original
print(of_builtin(1, int))


def wrong(f, a):
    return f(a, a, a, a)


for function in original, getattr, pow, hasattr:
    for _ in range(3):
        text = attempt(wrong, function, 1)
    print(text)


def get(o, name):
    return getattr(o, name, "default")


class WithProperty:
    @property
    def a(self):
        raise AttributeError("inside")

    @property
    def b(self):
        raise ArithmeticError("inside")


for name in "a", "b", "c", 5, "__class__":
    for _ in range(60):
        get(WithTwo(1, 2), "a")
    print(name, attempt(get, WithProperty(), name), attempt(get, WithTwo(1, 2), "a"))
marker = object()
one = WithTwo(marker, 0)
count = sys.getrefcount(marker), sys.getrefcount(one)
kept = [get(one, "a") for _ in range(60)] + [get(one, "absent")]
print(sys.getrefcount(marker) - count[0], sys.getrefcount(one) - count[1], attempt(get, one, marker)[:9])
del kept
print(sys.getrefcount(marker) - count[0])


def temporary(name):
    print(getattr(WithTwo(Mortal(name), 0), "a", Mortal(name + " default")))
    print("    next statement")
    getattr(Mortal(name + " of a call that raises"), 5)


for number in range(3):
    print(attempt(temporary, "number %d" % number))


def kept_numbers(numbers):
    kept = []
    for number in numbers:
        largest = max(number, 1000)
        kept.append(largest)
        largest += 1
        kept.append((number, largest))
    return kept


print(kept_numbers([1000, 2000, 2.5, 5000.5, 2**63 - 1, True]))
