def g():
    yield 1
    raise StopIteration('inside')
try:
    list(g())
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
def h(): yield next(iter([]))
try:
    list(h())
except RuntimeError as e:
    print(e)
it = (next(iter([])) for _ in range(3))
try:
    next(it)
except RuntimeError as e:
    print(e)
def ret():
    return (1, 2)
    yield
try:
    next(ret())
except StopIteration as e:
    print(e.value, e.args)
def ret_exc():
    return ValueError('as value')
    yield
try:
    next(ret_exc())
except StopIteration as e:
    print(repr(e.value))
print(StopIteration().value, StopIteration(5).value, StopIteration(1, 2).value)
def thrown():
    yield
it = thrown(); next(it)
try:
    it.throw(StopIteration('t'))
except RuntimeError as e:
    print(e)
