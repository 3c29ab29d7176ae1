def g():
    for i in range(3):
        try:
            yield i
            if i == 1:
                raise ValueError(i)
        except ValueError as e:
            yield 'caught %s' % e
        else:
            yield 'else'
        finally:
            yield 'finally'
print(list(g()))
def ctx():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 'in handler'
        try:
            raise
        except ZeroDivisionError as e:
            yield 'reraised %s' % e
print(list(ctx()))
import sys
def exc_state():
    yield sys.exc_info()[0]
    try:
        raise KeyError
    except KeyError:
        yield sys.exc_info()[0].__name__
    yield sys.exc_info()[0]
it = exc_state()
try:
    raise OSError
except OSError:
    print(next(it).__name__, next(it), next(it).__name__)
print(sys.exc_info())
def withgen():
    class M:
        def __enter__(self): print('enter'); return self
        def __exit__(self, *a): print('exit', a[0] and a[0].__name__)
    with M():
        yield 1
        yield 2
it = withgen(); next(it); it.close()
