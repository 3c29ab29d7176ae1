# throw(): the delegating generator's frame was missing below its delegate; contexts were not CPython's
import gc
import sys


def frames():
    frame, seen = sys._getframe(1), []
    while frame:
        seen.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return seen


def chain(error):
    names = []
    while error and len(names) < 6:
        names.append(type(error).__name__)
        error = error.__context__
    return names


def inner():
    try:
        yield 1
    except KeyError as error:
        print(frames(), sys.exc_info()[0], chain(error))
        yield 2
    finally:
        print('leaves', frames(), sys.exc_info()[0])
    return 'result'


def middle():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            print((yield from inner()), sys.exc_info()[0])
        except ValueError as error:
            print(frames(), chain(error))
        yield 3


def outer():
    yield from middle()
    yield 4


def run(*steps):
    print('---')
    generator = outer()
    for step in steps:
        try:
            print(generator.throw(step) if step else next(generator))
            delegate = generator.gi_yieldfrom
            print(generator.gi_frame.f_lineno, delegate and delegate.gi_frame.f_lineno, generator.gi_running)
        except BaseException as error:
            print('out', chain(error))


run(None, KeyError('k'), None, None)
run(None, ValueError('v'), None, None)
run(None, IndexError('i'), None)
run(None, KeyError('k'), ValueError('w'), None)
run(None, KeyError('k'), KeyError('l'), None)
run(None, GeneratorExit, None)


def handles():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            yield 1
        except Exception as error:
            print(chain(error))
            yield 2
            raise


def plain():
    yield 1


def delegates():
    yield from handles()


class Bad(Exception):
    def __init__(self):
        raise IndexError


def contexts(make):
    generator = make()
    next(generator)
    error = ValueError(1)
    error.__context__ = KeyError(2)             # replaced by what the generator handles
    print(generator.throw(error), chain(error))
    try:
        generator.throw(TypeError)
    except TypeError as error:
        print(chain(error))
    try:
        [][1]
    except IndexError:                          # of the caller: no context of what is thrown
        for started in (False, True):
            for thrown in (KeyError, KeyError('k'), Bad):
                generator = make()
                if started:
                    next(generator)
                try:
                    print(generator.throw(thrown))
                except (KeyError, IndexError) as error:
                    print(chain(error))


for make in (plain, handles, delegates):
    try:
        contexts(make)
    except ValueError as error:
        print('plain', chain(error))


def keeper():
    def body():
        try:
            yield 1
        except KeyError:
            kept.append(sys._getframe(1))
            gc.collect()
            try:
                generator.throw(ValueError)
            except ValueError as error:
                print(error)
            print(generator.gi_running)
            yield 2
    local = 5
    yield from body()
    yield 3


kept = []
generator = keeper()
next(generator)
generator.throw(KeyError)
print(kept[0].f_locals['local'], kept[0] is generator.gi_frame, kept[0].f_back, next(generator))
del generator
print(kept[0].f_locals['local'])
