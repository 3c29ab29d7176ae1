def g():
    print('start')
    x = yield 1
    print('got', x)
    y = yield 2
    print('got', y)
    return 'done'
it = g()
print(next(it))
print(it.send('A'))
try:
    it.send('B')
except StopIteration as e:
    print('stop', e.value)
try:
    next(it)
except StopIteration as e:
    print('again', e.value)
it = g()
try:
    it.send('too early')
except TypeError as e:
    print(e)
print(iter(it) is it, type(it).__name__, it.__name__, it.__qualname__)
def count(n):
    for i in range(n):
        yield i
print(list(count(5)), sum(count(5)), tuple(count(0)), [*count(3)])
print(max(x * x for x in count(4)), (lambda: [(yield)])().__name__)
a, b, c = count(3)
print(a, b, c)
def empty():
    return
    yield
print(list(empty()))
print(it.gi_running, it.gi_frame is not None, it.gi_yieldfrom, it.gi_code.co_name)
