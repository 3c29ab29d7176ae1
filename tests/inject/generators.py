def g(n):
    try:
        for i in range(n):
            got = yield i * 100000
            if got:
                yield ('got', got)
    finally:
        done.append(n)
done = []
def chain():
    r = yield from g(3)
    yield r
    yield from [1, 2]
    return 'end'
print(list(g(4)), list(chain()), done)
x = g(10)
print(next(x), x.send('v'), next(x))
x.close()
def catcher():
    while True:
        try:
            v = yield
            print('value', v)
        except ValueError as e:
            print('caught', e)
            yield 'thrown'
c = catcher()
next(c)
c.send(1)
print(c.throw(ValueError('boo')))
c.close()
def tree(n): return (n, tree(n - 1), tree(n - 1)) if n else None
def walk(t):
    if t:
        yield from walk(t[1])
        yield t[0]
        yield from walk(t[2])
print(list(walk(tree(4))), sum(i for i in range(50)), done)
y = g(1)
next(y)
try:
    while True: next(y)
except StopIteration as e:
    print(e.value, y.gi_frame, y.gi_code.co_name)
def inner():
    try:
        yield 'inner'
    except ValueError:
        yield 'handled'
def delegating(): yield from inner()
z = delegating()
print(next(z), z.throw(ValueError), z.close())
print([a + b for a in g(3) for b in g(2)], done)
