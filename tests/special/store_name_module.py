# A name that the body of a module stores: deleted, other locals, values that end, names that come and go.
import builtins
import sys


class Mortal:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "<%s>" % self.name

    def __del__(self):
        print("    end of", self.name, "while value is", globals().get("value", "absent"))


for number in range(200):
    value = number
    if number == 100:
        del value
    if number in (99, 101, 150):
        print(number, value)
    if number == 120:
        globals()["value"] = "through globals()"
        print(value)
    if number == 130:
        builtins.value = "the builtin"
        del value
        print(value)
    if number == 131:
        print(value)
        del value
        print(value, "value" in globals())
        del builtins.value

for number in range(800):
    value = ("step", number)
    if number % 100 == 50:
        for name in range(50):
            globals()["name%d_%d" % (number, name)] = name
    if number % 100 == 51:
        print(value)
        for name in range(50):
            del globals()["name%d_%d" % (number - 1, name)]

for number in range(200):
    value = number
    if number == 60:
        globals()[7] = "seven"
    if number in (61, 62, 130):
        print(value)
    if number == 120:
        del globals()[7]

# values that end, when the new one is there already
for number in range(66):
    value = Mortal(number) if number > 60 else None
for number in range(66):
    value = "new"
    if number > 62:
        value = Mortal(number)
value = None


class Storing:
    def __del__(self):
        global value
        print("    the end sees", value)
        value = "from the end"


class Deleting:
    def __del__(self):
        print("    the end deletes", globals().pop("value", "nothing"))


for number in range(70):
    value = number
    if number > 66:
        value = Storing()
print(value)
for number in range(70):
    value = number
    if number > 66:
        value = Deleting()
print(globals().get("value", "absent"))

# loop variables, with, except, import, def and class are stores too
for round_ in range(70):
    for value in "ab":
        pass
    try:
        1 // 0
    except ZeroDivisionError as error:
        pass
    import sys as module
    from sys import maxsize as module_value

    def function():
        return round_

    class Class:
        number = round_
        number += 1

    value += value
    first, *rest = value
    if round_ in (40, 69):
        print(value, module is sys, module_value == sys.maxsize, function(), Class.number, first, rest, "error" in globals())
    if round_ == 41:
        del value, module, function, Class, first, rest

# one code object: globals alone, locals beside them, mappings of all kinds
code = compile("for step in range(3):\n    value = (step, other)\n    step = [step]\nanswers.append(value)", "text", "exec")
answers = []


class Noting(dict):
    def __setitem__(self, key, value):
        dict.__setitem__(self, key, ("noted", value))


class Mapping:
    def __init__(self):
        self.items = {}

    def __getitem__(self, key):
        return self.items[key]

    def __setitem__(self, key, value):
        if key == "value" and value[0] == 2:
            raise ArithmeticError("refused")
        self.items[key] = value


other = "of the module"
for round_ in range(20):
    exec(code)
    exec(code, {"other": "global", "answers": answers})
    space = {"other": "global", "answers": answers}
    exec(code, space, space)
    exec(code, space, {})
    exec(code, {"other": "global", "answers": answers}, Noting())
    try:
        exec(code, {"other": "global", "answers": answers}, Mapping())
    except ArithmeticError as error:
        answers.append(str(error))
    noting = Noting(other="in noting", answers=answers)
    exec(code, noting)
    answers.append(dict.get(noting, "value"))
for place, answer in enumerate(answers[:8] + answers[-8:]):
    print(place, answer)
print(len(answers), len(set(map(str, answers))), value, step)


class Body:
    for step in range(100):
        value = step
        if step == 70:
            del value
    print(value, step)
    del value
    print(value)
    value = "of the class"
    print(value)


print(Body.value, value)

marker = object()
before = sys.getrefcount(marker)
for number in range(100):
    value = marker
print(sys.getrefcount(marker) - before)
for number in range(100):
    value = [marker][0]
print(sys.getrefcount(marker) - before)
value = None
print(sys.getrefcount(marker) - before)

# numbers: those who hold the old one keep it
kept = []
total = 0
for number in range(100):
    total = total + 1000
    kept.append(total)
    total += 1
print(total, kept[0], kept[-1], len(set(map(id, kept))))
for number in range(100):
    small = number - number
    small = small + 5
    big = number * 10**18
print(small is 2 + 3, big, [big is total, small is kept])

import gc
for number in range(100):
    value = []
    value.append(value)
    value = None
print(gc.collect() > 0)
space = {}
exec("for number in range(100):\n    value = number\n    if number == 60: globals().clear()\nprint(value, number)", space)
print(sorted(key for key in space if key != "__builtins__"))
