def trace(f):
    def wrapper(*args, **kw):
        print('call', f.__name__, args, kw)
        return f(*args, **kw)
    return wrapper
def tag(name):
    print('make', name)
    def deco(f):
        print('apply', name, f.__name__)
        f.tag = name
        return f
    return deco
@trace
def add(a, b): return a + b
print(add(1, b=2))
@tag('outer')
@tag('inner')
def g(): pass
print(g.tag)
@tag('class')
class C: pass
print(C.tag)
@lambda f: 'replaced'
def h(): pass
print(h)
registry = {}
@registry.setdefault('x', trace)
def k(): return 'k'
print(k())
@(deco := trace)
def m(): return 'm'
print(m())
class Deco:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return self.f(*a) * 2
@Deco
def dbl(x): return x
print(dbl(4))
