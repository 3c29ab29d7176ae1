# throw() stored None in the variable that the yield assigns to.
def plain():
    v = 'old'
    try:
        v = yield 1
    except ValueError:
        print(v)
    yield 2


def delegating():
    v = 'old'
    try:
        v = yield from plain()
    except KeyError:
        print(v)
    yield 3


it = plain()
next(it)
print(it.throw(ValueError))
it = delegating()
next(it)
print(it.throw(ValueError))
print(it.throw(KeyError))
it.close()
