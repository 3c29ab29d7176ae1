# Frames, their locals and tracebacks while generators, operators and finalizers run: read, kept, changed.
import sys


def names(frame):
    found = []
    while frame and frame.f_code.co_name != "<module>":
        found.append("%s+%d" % (frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
        frame = frame.f_back
    return " < ".join(found)


def trace(error):
    found, traceback = [], error.__traceback__
    while traceback:
        code = traceback.tb_frame.f_code
        found.append("%s+%d" % (code.co_name, traceback.tb_lineno - code.co_firstlineno))
        traceback = traceback.tb_next
    return " > ".join(found[1:])


class Operand:
    def __init__(self, action):
        self.action = action

    def __add__(self, other):
        return self.action("add")

    def __lt__(self, other):
        return self.action("lt")

    def __getitem__(self, key):
        return self.action("getitem")

    def __iter__(self):
        self.action("iter")
        return self

    def __next__(self):
        self.action("next")
        raise StopIteration

    @property
    def prop(self):
        return self.action("prop")

    def __enter__(self):
        return self.action("enter")

    def __exit__(self, *arguments):
        self.action("exit")

    def __call__(self, *arguments):
        return self.action("call")

    def __bool__(self):
        self.action("bool")
        return False


def all_operators(o):
    x = 1000
    x = (o
         + 1)
    x = [o
         [0], o.prop]
    if o < 1:
        pass
    for item in o:
        pass
    with o:
        x = 5
    x = o(
        1,
        2)
    return not o


def generator(o):
    x = 1000
    yield o + 1
    x += 1
    yield o[0]
    for x in inner(o):
        yield x
    x = yield from inner(o)
    yield x


def inner(o):
    yield o.prop
    if o < 1:
        yield 2
    return o()


def where():
    def action(name):
        print(" ", name, names(sys._getframe(0)))
    return Operand(action)


def locals_of_caller():
    def action(name):
        frame = sys._getframe(2)
        print(" ", name, frame.f_code.co_name, {key: value for key, value in frame.f_locals.items()
                                                if isinstance(value, (int, list, type(None)))})
    return Operand(action)


def writing_locals():
    def action(name):
        frame = sys._getframe(2)
        frame.f_locals["x"] = "not written through"
        frame.f_locals["new"] = "no local"
        print(" ", name, frame.f_code.co_name, frame.f_locals.get("x"))
    return Operand(action)


def failing(at):
    def action(name):
        if name == at:
            raise ArithmeticError(name)
    return Operand(action)


for make in where, locals_of_caller, writing_locals:
    for _ in range(2):
        print(make.__name__)
        print(all_operators(make()))
        print(list(generator(make())))
for at in "add", "getitem", "prop", "lt", "iter", "next", "enter", "exit", "call", "bool":
    for function in all_operators, lambda o: list(generator(o)), lambda o: [x for x in generator(o)]:
        for _ in range(2):
            try:
                text = function(failing(at))
            except ArithmeticError as error:
                text = trace(error)
        print(at, text)


def keeps_frame():
    """The frame outlives its function: numbers in it stay what they were."""
    x = 1000
    y = x
    x += 1
    frame = sys._getframe(0)
    return frame


def numbers():
    x = 1000
    for _ in range(3):
        frame = sys._getframe(0)
        seen = frame.f_locals["x"]
        x += 1
        yield seen, frame.f_locals["x"], x


for _ in range(2):
    frames = [keeps_frame() for _ in range(3)]
    print([(frame.f_locals["x"], frame.f_locals["y"], frame.f_back.f_code.co_name) for frame in frames])
    [frame.clear() for frame in frames]
    print([frame.f_locals for frame in frames])
    print(list(numbers()))


def suspended():
    x = 1000
    while True:
        x += (yield x)


running = suspended()
next(running)
kept = []
for step in range(5):
    frame = running.gi_frame
    kept.append(frame.f_locals["x"])
    running.send(1000)
print(kept, running.gi_frame.f_locals["x"], running.gi_frame.f_lineno - suspended.__code__.co_firstlineno)
running.close()
print(running.gi_frame, running.gi_running)


def raised_and_kept():
    kept = []
    for number in range(1000, 1003):
        try:
            value = number
            number += 1
            raise ValueError(number)
        except ValueError as error:
            kept.append(error)
            number += 1
    return [(error.args, error.__traceback__.tb_frame.f_locals["number"], error.__traceback__.tb_lineno > 0) for error in kept]


print(raised_and_kept())


def thrown_into():
    x = 1000
    while True:
        try:
            yield x
            x += 1
        except ValueError as error:
            x = error
            yield trace(error), names(sys._getframe(0))
            x = 2000


running = thrown_into()
for step in range(6):
    print(next(running) if step % 3 else running.throw(ValueError("thrown")) if step else next(running))
try:
    running.throw(KeyError("not handled"))
except KeyError as error:
    print(trace(error))


def deep_generators(level):
    if level == 0:
        yield names(sys._getframe(0))
        raise ArithmeticError("from the bottom")
    elif level % 2:
        yield from deep_generators(level - 1)
    else:
        for item in deep_generators(level - 1):
            yield item


for _ in range(3):
    found = []
    try:
        for item in deep_generators(5):
            found.append(item)
    except ArithmeticError as error:
        found.append(trace(error))
    print(found)
