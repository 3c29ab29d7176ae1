def f():
    try:
        try:
            raise ValueError('1')
        except ValueError:
            raise KeyError('2')
    except KeyError:
        raise TypeError('3')
try:
    f()
except TypeError as e:
    x = e
while x:
    print(repr(x))
    x = x.__context__
try:
    try:
        raise ValueError('a')
    finally:
        raise KeyError('b')
except KeyError as e:
    print(repr(e), repr(e.__context__))
e1 = ValueError('same')
try:
    try:
        raise e1
    except ValueError:
        raise e1
except ValueError as e:
    print(e is e1, e.__context__)
try:
    raise KeyError('solo')
except KeyError as e:
    print(e.__context__)
    k = e
try:
    raise ValueError('later')
except ValueError as e:
    print(e.__context__)
class CM:
    def __enter__(self): pass
    def __exit__(self, *a): raise OSError('from exit')
try:
    with CM():
        raise ValueError('in with')
except OSError as e:
    print(repr(e), repr(e.__context__))
e = ValueError('t').with_traceback(None)
print(e.__traceback__)
