# A global that a function stores: deleted, added to, other globals, values that end, counts.
import builtins
import sys

value = 1
other = 2


class Mortal:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "<%s>" % self.name

    def __del__(self):
        print("    end of", self.name, "while value is", globals().get("value", "absent"))


def put(new):
    global value
    value = new


def put_temporary(new):
    global value
    value = (lambda: new)()


def put_sum(new):
    global value
    value = new + 1


def put_constant():
    global value
    value = "constant"


def swap():
    global value, other
    value, other = other, value


def count():
    global value
    value += 1
    return value


def loop():
    global value
    for value in range(1000, 1003):
        pass


def warm(rounds=60):
    for number in range(rounds):
        put(number)
        put_temporary(number)
        put_sum(number)
        put_constant()
        swap()


warm()
for place in put, put_temporary, put_sum:
    place(5)
    print(value)
    del value
    place(6)
    print(value)
    globals().pop("value")
    place(7)
    print(value, list(globals())[-1])
    warm()
put_constant()
print(value)
swap()
print(value, other)
del other
try:
    swap()
except NameError as error:
    print(error, value)
other = "other again"
swap()
print(value, other)
loop()
print(value)

# names come and go, so that the table is another
for round_ in range(4):
    for number in range(100):
        globals()["name%d" % number] = number
    put(("many", round_))
    print(value)
    for number in range(100):
        del globals()["name%d" % number]
    put(("few", round_))
    print(value)
    warm(700)
    print(value, other)

# keys that are no str, a str of another class, a builtin of the name
class Name(str):
    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return str(self) == other


globals()[7] = "seven"
put("beside seven")
print(value)
warm(100)
del globals()[7]
put("after seven")
print(value)
warm(700)
globals()[Name("value")] = "through another class"
print(value)
put("stored again")
print(value, [type(key).__name__ for key in globals() if key == "value"])
builtins.value = "the builtin"
del value
print(value)
put("over the builtin")
print(value)
del value
print(value)
del builtins.value
put("back")

# one code object with other globals
for number in range(3):
    space = {"__builtins__": builtins} if number else {"value": 0}
    function = type(put)(put.__code__, space)
    for round_ in range(60):
        function((number, round_))
    print(space["value"], value)
    del space["value"]
    function("after del")
    print(space["value"], list(space)[-1])


class Space(dict):
    def __setitem__(self, key, value):
        print("    not asked")


space = Space(value=1)
function = type(put)(put.__code__, space)
for number in range(60):
    function(number)
print(space["value"])
space = dict.fromkeys(["value"])
function = type(put)(put.__code__, space)
for number in range(60):
    function([number])
print(space)

# values that end: the new one is there already
warm()
put(Mortal("first"))
put(Mortal("second"))
put_temporary(Mortal("third"))
put_constant()
put(Mortal("fourth"))
loop()


class Storing:
    def __del__(self):
        global value
        print("    the end sees", value)
        value = "from the end"


warm()
for number in range(3):
    put(Storing())
    put("new")
    print(value)


class Deleting:
    def __del__(self):
        print("    the end deletes", globals().pop("value", "nothing"))


for number in range(3):
    put(Deleting())
    put("new")
    print(globals().get("value"))
    put("newer")
    print(value)

marker = object()
warm()
before = sys.getrefcount(marker)
for _ in range(50):
    put(marker)
print(sys.getrefcount(marker) - before)
for _ in range(50):
    put_temporary(marker)
print(sys.getrefcount(marker) - before)
put(None)
print(sys.getrefcount(marker) - before)

# numbers: each store is another object to those who hold the old one
put(10**6)
kept = []
for _ in range(100):
    kept.append(value)
    count()
print(value, kept[0], kept[-1], len(set(map(id, kept))))
put(255)
print([count() is number for number in (256, 257)])


def failing():
    global value
    value = 1 // 0


for _ in range(60):
    try:
        failing()
    except ZeroDivisionError:
        pass
print(value)


def generate():
    global value
    for number in range(100):
        value = number
        yield value


found = []
for number in generate():
    found.append(value == number)
    if number == 70:
        del value
        value = number
print(all(found), value)
import gc
put([])
value.append(value)
put(None)
print(gc.collect() > 0)
