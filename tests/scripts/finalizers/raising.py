# Finalizers that raise, in the middle of every kind of operation: the operation goes on.
class Failing:
    def __init__(self, name):
        self.name = name
        self.x = 1

    def __del__(self):
        raise ValueError(self.name)

    def result(self, *others):
        return 1000

    def fail(self, *others):
        raise ArithmeticError("of the operation")

    __add__ = __radd__ = __getitem__ = __call__ = __neg__ = __setitem__ = result
    __lt__ = __bool__ = lambda *operands: True
    __sub__ = fail


def operations():
    x = Failing("addition") + 1
    x += Failing("augmented")
    print(x)
    x = -Failing("negated")
    x = Failing("item")[0]
    x = [Failing("in a list"), 2][1]
    x = Failing("attribute").x
    x = Failing("called")(1)
    x = (lambda y: 5)(Failing("argument"))
    x = Failing("comparison") < 1
    x = Failing("and") and 5
    print(x)
    x = Failing("overwritten")
    x = 1
    x = y = Failing("two names")
    x = 1
    y = 2
    x = Failing("deleted")
    del x
    for x in [Failing("loop"), 1]:
        pass
    x, y = Failing("unpacked"), 2
    x, y = 3, 4
    if Failing("condition"):
        x = 5
    if Failing("compared") < 2:
        x += 1
    Failing("statement")
    Failing("stored in")[0] = 5
    text = f"{Failing('formatted') + 1}"
    return x, y, text


def failing_operations():
    for action in (lambda: Failing("subtraction") - 1, lambda: [Failing("held"), 1 // 0], lambda: len(Failing("length")),
                   lambda: Failing("no attribute").nothing, lambda: (lambda: 0)(Failing("too many")),
                   lambda: (lambda x: 1 // 0)(Failing("argument of a failing call")), lambda: iter(Failing("no iterator"))):
        try:
            action()
        except Exception as error:
            print(type(error).__name__, error)


def generators():
    def steps():
        x = Failing("in a generator")
        yield 1
        x = 2
        yield x
        y = Failing("at the end of a generator")
    print(list(steps()))
    running = steps()
    next(running)
    del running
    print("dropped")


def handlers():
    try:
        x = Failing("leaving by an exception")
        raise KeyError("handled")
    except KeyError as error:
        x = 0
        print(error)
    try:
        try:
            raise KeyError("inner")
        finally:
            Failing("in finally")
    except KeyError as error:
        print(error, error.__context__)


def returning():
    x = Failing("of a local at the return")
    return 1000 + 1


for _ in range(3):
    print(operations())
    failing_operations()
    generators()
    handlers()
    print(returning())
