# sys._getframe and f_back in a finalizer showed the frame whose locals were being released
import sys


def callers():
    frame, names = sys._getframe(1), []
    while frame:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


class Noisy:
    def __del__(self):
        print(callers(), sys._getframe(1).f_code.co_name, sys._getframe(1).f_lineno)


def returns():
    noisy = Noisy()
    return 1


def falls_out():
    noisy = Noisy()


def raises():
    noisy = Noisy()
    1 / 0


def body(value=1):
    noisy = Noisy()
    yield value
    return 2


def delegates():
    result = yield from body()
    print(result)


class Scale:
    def __init__(self):
        noisy = Noisy()

    def __add__(self, other):
        noisy = Noisy()
        return other

    def __lt__(self, other):
        noisy = Noisy()
        return True


def run():
    returns()
    falls_out()
    try:
        raises()
    except ZeroDivisionError:
        print('caught')
    for make in (body, delegates):
        list(make())
        for value in make():
            print(value)
        generator = make()
        next(generator)
        generator.close()
        generator = make()
        next(generator)
        try:
            generator.throw(KeyError)
        except KeyError:
            print('thrown')
        generator = make()
        next(generator)
        del generator
    for _ in range(3):
        print(Scale() + 1, Scale() < 2)


run()
try:
    sys._getframe(2)
except ValueError as error:
    print(error)
