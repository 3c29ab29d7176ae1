import sys
class M:
    def __enter__(self): pass
    def __exit__(self, *a): raise KeyError(1)
def f():
    try:
        with M():
            raise ValueError(2)
    except KeyError as e:
        print(repr(e), repr(e.__context__), repr(sys.exc_info()[1]))
    print(sys.exc_info())
    try:
        raise TypeError
    except TypeError as e:
        print(e.__context__)
def outer():
    try:
        raise OSError("outer")
    except OSError:
        f2()
        print(repr(sys.exc_info()[1]))
def f2():
    try:
        with M():
            raise ValueError(2)
    except KeyError:
        pass
    print(repr(sys.exc_info()[1]))
f()
outer()
