class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self
    def __exit__(self, kind, value, tb):
        print('exit', self.name)
        return self.swallow
with M('a') as a, M('b') as b:
    print(a.name + b.name)
with M('c', True):
    with M('d'):
        raise ValueError('inside')
def f():
    for i in range(3):
        with M(str(i)):
            if i == 1: return i
print(f())
try:
    with M('e'):
        [][0]
except IndexError as e:
    print('out', e)
def gen():
    with M('g'):
        yield 1
        yield 2
g = gen()
next(g)
g.close()
with (M('p'), M('q') as q):
    pass
