# A finalizer in the first instruction of a function found the frame without its place in the code.
import sys


class Ending:
    def __del__(self):
        frame = sys._getframe(1)
        print("ends in", frame.f_code.co_name, "on line", frame.f_lineno - frame.f_code.co_firstlineno)


def by_constant(x):
    x = None
    return x


def by_local(x, y):
    x = y
    return x


def by_result(x, y):
    x = y + 1
    return x


def by_item(x, y):
    x = y[0]
    return x


def by_attribute(x, y):
    x = y.real
    return x


def by_global(x):
    x = Ending
    return x


def by_del(x):
    del x


def other():
    a = len("x")
    a = len("x")
    return a


def all_of_them():
    by_constant(Ending())
    other()
    by_local(Ending(), 1)
    other()
    by_result(Ending(), 1000)
    by_result(Ending(), 1.5)
    other()
    by_item(Ending(), [1])
    by_item(Ending(), (1,))
    by_attribute(Ending(), 1)
    other()
    by_global(Ending())
    by_del(Ending())


for _ in range(4):
    all_of_them()
