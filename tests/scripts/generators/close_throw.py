def g():
    try:
        while True:
            try:
                x = yield 'value'
                print('received', x)
            except ValueError as e:
                print('caught', e)
                yield 'recovered'
    finally:
        print('cleanup')
it = g()
next(it)
print(it.throw(ValueError('boom')))
print(next(it))
it.close()
print(list(it))
it.close()
it = g()
next(it)
try:
    it.throw(KeyError, 'k')
except KeyError as e:
    print('out', e)
it = g()
try:
    it.throw(TypeError('unstarted'))
except TypeError as e:
    print(e)
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
it = stubborn()
next(it)
try:
    it.close()
except RuntimeError as e:
    print(e)
def swallow():
    try:
        yield 1
    except GeneratorExit:
        print('exit seen')
        return 5
it = swallow()
next(it)
print(it.close())
for bad in (5, 'x', int):
    try:
        g().throw(bad)
    except TypeError as e:
        print(e)
def raiser():
    try:
        yield
    finally:
        raise OSError('in close')
it = raiser()
next(it)
try:
    it.close()
except OSError as e:
    print(repr(e), repr(e.__context__))
