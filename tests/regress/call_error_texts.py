# More defaults than parameters, type() of one object with keywords: other errors than CPython's.
def one(a):
    pass


def attempt(place):
    try:
        print(place())
    except TypeError as error:
        print(error)


one.__defaults__ = (1, 2, 3)
attempt(lambda: one(1, 2))
one.__defaults__ = (1,)
attempt(lambda: one(1, 2))
attempt(lambda: type(1, b=2))
attempt(lambda: type(1, **{"b": 2}))
attempt(lambda: type(1, **{}))
attempt(lambda: type(b=2))
attempt(lambda: type(1, 2, b=2))
