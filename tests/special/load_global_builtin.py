# A builtin: shadowed by a global, replaced, deleted, and functions run with other builtins.
import builtins
import sys


def get():
    return len


def use(argument):
    return len(argument)


def attempt():
    try:
        found = get()
        return getattr(found, "__name__", found), use("abc")
    except (NameError, TypeError) as error:
        return str(error)


def warm(rounds=60):
    for _ in range(rounds):
        attempt()


warm()
print(attempt())
len = lambda argument: "shadow of %r" % argument
print(attempt())
warm()
del len
print(attempt())
warm(700)
print(attempt())

original = builtins.len
builtins.len = lambda argument: "replaced for %r" % argument
print(attempt())
warm(700)
del builtins.len
print(attempt())
builtins.len = original
warm()
print(attempt())
builtins.another = 5
print(attempt())
del builtins.another
print(attempt())
for number in range(200):
    setattr(builtins, "name%d" % number, number)
print(attempt())
warm()
for number in range(200):
    delattr(builtins, "name%d" % number)
print(attempt())
for number in range(200):
    globals()["name%d" % number] = number
print(attempt())
warm()

# one code object with other globals, and with builtins of its own
for space in {}, {"len": 3}, {"__builtins__": {}}, {"__builtins__": {"len": 4}}, {"__builtins__": builtins}:
    function = type(get)(get.__code__, space)
    for _ in range(3):
        try:
            found = function()
            print(getattr(found, "__name__", found))
        except NameError as error:
            print(error)
print(attempt())


class Ending:
    def __del__(self):
        print("end of the replacement:", builtins.len.__name__, len([1]))


warm(700)
builtins.len = Ending()
before = sys.getrefcount(get())
for _ in range(100):
    get()
print(sys.getrefcount(get()) - before)
print(attempt())
builtins.len = original
print(attempt())
