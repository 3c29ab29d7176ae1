# A builtin read in the body of a module: shadowed, replaced, deleted; with locals and builtins of exec.
import builtins

original = builtins.len
for number in range(400):
    try:
        found = len
    except NameError as error:
        found = error
    if number == 100:
        len = "shadow"
    if number == 120:
        del len
    if number == 200:
        builtins.len = "replaced"
    if number == 220:
        del builtins.len
    if number == 240:
        builtins.len = original
    if number in (99, 101, 121, 201, 221, 241, 399):
        print(number, getattr(found, "__name__", found))

for number in range(900):
    found = abs
    if number % 100 == 50:
        setattr(builtins, "name%d" % number, number)
    if number % 100 == 60:
        globals()["name%d" % number] = number
    if number % 100 == 61:
        print(number, found.__name__, abs(-number))

code = compile("for _ in (1, 2, 3):\n    found = abs\nanswers.append(found)", "text", "exec")
answers = []
for _ in range(20):
    exec(code)
    exec(code, {"answers": answers})
    exec(code, {"answers": answers, "abs": "global"})
    exec(code, {"answers": answers}, {"abs": "local"})
    exec(code, {"answers": answers, "__builtins__": {"abs": "own builtin"}})
    try:
        exec(code, {"answers": answers, "__builtins__": {}})
    except NameError as error:
        answers.append(str(error))
for place, answer in enumerate(answers[:6] + answers[-6:]):
    print(place, getattr(answer, "__name__", answer))
print(len(answers))


class Body:
    for step in range(60):
        abs
    abs = "in the body"
    print(abs)
    del abs
    print(abs(-3))
