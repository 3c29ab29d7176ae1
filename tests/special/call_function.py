# A call of a script function with exactly its parameters: other callables, counts, code, defaults.
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


def over_function(f, a):
    f = f(a)
    return f


def dropped(f, a):
    f(a)
    return "dropped"


def in_a_call(f, a):
    return one_parameter(f(a))


drive([call, to_local, over_argument, over_function, dropped, in_a_call], one_parameter, "argument")


def changing(a):
    return ("before", a)


def warm(rounds=45):
    for _ in range(rounds):
        attempt(call, changing, 1)


# the function stays, what it is made of changes
warm()
code = changing.__code__
for other in two_parameters, with_default, with_star, with_keywords, keyword_only, positional_only, raising, generator:
    changing.__code__ = other.__code__
    print(other.__name__, attempt(call, changing, 1))
    changing.__code__ = code
    print(attempt(call, changing, 1))
changing.__code__ = two_parameters.__code__
changing.__defaults__ = ("new default",)
print(attempt(call, changing, 1))
changing.__code__ = keyword_only.__code__
changing.__kwdefaults__ = {"b": "new keyword default"}
print(attempt(call, changing, 1))
changing.__defaults__ = None
changing.__code__ = code
print(attempt(call, changing, 1))
changing.__defaults__ = (1, 2, 3)
print(attempt(call, changing, 1))


# the function changes while its argument is computed, or while it runs
def call_computed(f, g):
    return f(g())


def change():
    global changing
    changing.__code__ = with_star.__code__
    return "changed"


for _ in range(3):
    print(call_computed(changing, int), call_computed(changing, change), call_computed(changing, int))
    changing.__code__ = code


def call_itself(a):
    call_itself.__code__ = code
    return ("the old code", a)


old = call_itself.__code__
for _ in range(3):
    call_itself.__code__ = old
    print(call(call_itself, 1), call(call_itself, 2))

# too deep, and in order again
for _ in range(3):
    print(attempt(call, recursing, 1), "|", attempt(call, one_parameter, 1))


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(900), attempt(call, down, 100000), down(900))

# counts and ends
marker = object()
count = sys.getrefcount(marker)
for _ in range(50):
    call(one_parameter, marker)
print(sys.getrefcount(marker) - count, attempt(call, 5, marker), attempt(call, two_parameters, marker),
      sys.getrefcount(marker) - count)
count = sys.getrefcount(one_parameter)
for _ in range(50):
    call(one_parameter, marker)
print(sys.getrefcount(one_parameter) - count)


def temporaries(name):
    found = (lambda a: ("given", a.name))(Mortal(name))
    print("    next statement")
    return found


def ignoring(a):
    a = None
    print("    the argument is rebound")


for number in range(3):
    print(temporaries("number %d" % number))
    ignoring(Mortal("ignored"))
    attempt(call, raising, Mortal("of a call that raises"))
    attempt(call, two_parameters, Mortal("too few"))
    attempt(call, 5, Mortal("not callable"))
