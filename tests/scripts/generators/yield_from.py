def inner():
    x = yield 'i1'
    print('inner got', x)
    try:
        yield 'i2'
    except ValueError as e:
        print('inner caught', e)
        yield 'i3'
    return 'inner result'
def outer():
    r = yield from inner()
    print('result', r)
    yield from 'ab'
    r = yield from [1, 2]
    print('list result', r)
    return 'end'
it = outer()
print(next(it))
print(it.send('hello'))
print(it.throw(ValueError('v')))
print(list(it))
class Iter:
    def __iter__(self): return self
    def __next__(self): return 'n'
    def send(self, v): return 'sent %s' % v
    def throw(self, *a): return 'thrown %s' % a[0].__class__.__name__
    def close(self): print('closed')
def d(): yield from Iter()
it = d()
print(next(it), it.send(5), it.throw(KeyError(1)), it.gi_yieldfrom.__class__.__name__)
it.close()
def e(): yield from 5
try:
    next(e())
except TypeError as x:
    print(x)
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
def nosend(): yield from [1, 2]
it = nosend(); next(it)
try:
    it.send('x')
except AttributeError as x:
    print(x)
def ret(): return (yield from ret2())
def ret2(): yield 1; return 'deep'
try:
    it = ret(); next(it); next(it)
except StopIteration as x:
    print(x.value)
