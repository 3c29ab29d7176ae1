# A name that is in globals: rebound, deleted, added to, and functions run with other globals.
import sys

value = 1
other = 2


def get():
    return value


def attempt():
    try:
        return get()
    except NameError as error:
        return str(error)


def warm(rounds=60):
    for _ in range(rounds):
        attempt()


warm()
value = "rebound"
print(attempt())
del value
print(attempt())
value = "again"
warm()
print(attempt())

# names come and go, so that the table is another
for round_ in range(4):
    for number in range(100):
        globals()["name%d" % number] = number
    print(attempt())
    for number in range(100):
        del globals()["name%d" % number]
    warm(700)
    value = round_
    print(attempt())

# globals with a key that is no str
globals()[7] = "seven"
print(attempt())
warm()
value = "beside seven"
print(attempt())
del globals()[7]
warm(700)
print(attempt())

# a builtin takes over when the global goes
import builtins
builtins.value = "the builtin"
del value
print(attempt())
warm(700)
print(attempt())
value = "the global"
print(attempt())
del value, builtins.value
print(attempt())

# one code object with other globals
for number in range(3):
    space = {"value": "in space %d" % number, "__builtins__": builtins}
    function = type(get)(get.__code__, space)
    for _ in range(3):
        print(function())
    del space["value"]
    try:
        print(function())
    except NameError as error:
        print(error)
value = "home"
print(attempt())


# globals of a type that answers for missing names
class Space(dict):
    def __missing__(self, name):
        return "missing " + name


space = Space(value="given")
exec("for _ in 1, 2, 3:\n    found = value, absent\ndef get():\n    return value", space)
print(space["found"], space["get"](), space["get"]())


class Ending:
    def __del__(self):
        global value
        print("the end sees", sorted(name for name in ("value", "other") if name in globals()))
        value = "from the end"


warm(700)
value = Ending()
print(type(get()).__name__, sys.getrefcount(value))
value = None
print(attempt())
value = Ending()
del value
print(attempt())
marker = object()
value = marker
before = sys.getrefcount(marker)
warm(100)
kept = [get() for _ in range(10)]
print(sys.getrefcount(marker) - before)
del kept
print(sys.getrefcount(marker) - before)
