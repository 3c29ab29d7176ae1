# A name in the body of a module: deleted, shadowed by locals of exec, rebound while the loop reads it.
import builtins

value = 0
for number in range(200):
    value  # read by the same instruction each time
    if number == 100:
        seen = value
        value = "rebound"
    if number == 101:
        print(seen, value)
    if number == 120:
        del value
        builtins.value = "the builtin"
    if number in (121, 122, 180):
        print(number, value)
    if number == 181:
        value = "back"
        del builtins.value
print(value)

for number in range(100):
    if number == 60:
        globals()[7] = 7  # a key that is no str
        value = "beside 7"
    try:
        value
    except NameError as error:
        print(number, error)
        value = "after the error"
    if number in (61, 71):
        print(number, value)
    if number == 70:
        del value
        del globals()[7]

for number in range(800):
    value
    if number % 100 == 50:
        for name in range(50):
            globals()["name%d_%d" % (number, name)] = name
        value = number
    if number % 100 == 51:
        print(value)
        for name in range(50):
            del globals()["name%d_%d" % (number - 1, name)]

# one code object, with globals alone, with locals beside them, with mappings of all kinds
code = compile("for _ in range(3):\n    found = value\nanswers.append(found)", "text", "exec")
answers = []


class Missing(dict):
    def __missing__(self, name):
        if name in ("range", "answers", "_"):
            raise KeyError(name)
        return "missing " + name


for _ in range(20):
    exec(code)
    exec(code, {"value": "own globals", "answers": answers})
    exec(code, {"value": "global", "answers": answers}, {"value": "local"})
    exec(code, {"value": "global", "answers": answers}, {})
    exec(code, {"value": "global", "answers": answers}, Missing())
    try:
        exec(code, {"answers": answers})
    except NameError as error:
        answers.append(str(error))
for place, answer in enumerate(answers[:6] + answers[-6:]):
    print(place, answer)
print(len(answers), len(set(map(str, answers))))


class Body:
    """A class body has locals of its own."""
    for step in range(60):
        value
    value = "in the body"
    for step in range(60):
        value
    print(value)
    del value
    print(value)
