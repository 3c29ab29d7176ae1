def g():
    try:
        next(it)
    except ValueError as e:
        print(e)
    yield 1
    try:
        it.send(1)
    except ValueError as e:
        print(e)
    try:
        it.close()
    except ValueError as e:
        print(e)
    try:
        it.throw(KeyError)
    except ValueError as e:
        print(e)
    print('running', it.gi_running)
    yield 2
it = g()
print(next(it), next(it))
print('running', it.gi_running)
print(list(it), it.gi_frame)
def fails():
    yield 1
    1 / 0
    yield 2
it = fails()
print(next(it))
try:
    next(it)
except ZeroDivisionError as e:
    print(e)
print(list(it))
gen = (x for x in [1])
try:
    gen.foo = 1
except AttributeError as e:
    print(e)
gen.__name__ = 'renamed'
print(gen.__name__)
