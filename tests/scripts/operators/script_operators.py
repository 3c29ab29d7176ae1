"""Operators, items and properties of script classes: who is asked, what is released when, errors inside."""
import sys


class V:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        return V(self.n + other.n) if isinstance(other, V) else NotImplemented
    def __radd__(self, other):
        return "V.radd", other
    def __sub__(self, other):
        return NotImplemented
    def __mul__(self, other):
        raise ValueError("in mul")
    def __mod__(self, other, extra=3):
        return other, extra
    def __lshift__(self, *others):
        return others
    def __and__(self, other):
        yield other
    def __getitem__(self, key):
        if key == "raise":
            raise KeyError(key)
        if isinstance(key, int) and key > 2:
            raise IndexError(key)
        return self.n, key
    @property
    def twice(self):
        return self.n * 2
    @property
    def fails(self):
        raise AttributeError("inside")
    @property
    def frames(self):
        caller = sys._getframe().f_back # the own frame in a variable would be a cycle
        return sys._getframe().f_code.co_name, caller.f_code.co_name, caller.f_lineno
    def __del__(self):
        print("del", self.n)
    def __repr__(self):
        return "V(%r)" % (self.n,)


class W(V):
    def __radd__(self, other):
        return "W.radd", other.n
    def __rsub__(self, other):
        return "W.rsub"
    def __iadd__(self, other):
        return "W.iadd"


class L(list):
    def __add__(self, other):
        return NotImplemented
    def __getitem__(self, i):
        return "L", list.__getitem__(self, i)


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as e:
        tb, lines = e.__traceback__, []
        while tb:
            lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        return "%s: %s %s" % (type(e).__name__, e, lines)


def add(a, b):
    return a + b
def iadd(a, b):
    a += b
    return a
def sub(a, b):
    return a - b
def mul(a, b):
    return a * b
def mod(a, b):
    return a % b
def others(a, b):
    return a << b, list(a & b), a >> b
def item(a, b):
    return a[b]


v, w = V(1), W(2)
for f in add, iadd, sub, mul, mod, others, item:
    for a, b in (v, v), (v, w), (w, v), (v, 5), (5, v), (w, w), (5, w), (L([1]), [2]), (L([1]), v), ([1], L([2])), (L("ab"), 0):
        print(f.__name__, attempt(f, a, b))
print(attempt(lambda: v["raise"]), v[1:2], v[...])
print(v.twice, w.twice, attempt(lambda: v.fails), v.frames, [o.twice for o in (v, w, v)])
print("temporaries")
print((V(10) + V(20)).n, V(30)[0], V(40).twice)
print("end")
x = V(50)
x += V(60)
print(x)
x = x + x
print(x)
del V.__add__
print(attempt(add, v, v), attempt(add, v, w))
V.__add__ = lambda self, other: "lambda"
print(v + v, w + v)
V.__add__ = 5
print(attempt(add, v, v))
V.__add__ = None
print(attempt(add, v, v))
V.twice = property(lambda self: "other getter")
print(v.twice)
V.twice = 3
print(v.twice)
V.__getitem__ = classmethod(lambda cls, key: (cls, key))
print(v[1])
del V.__getitem__
print(attempt(item, v, 1))


class R:
    depth = 0
    def __add__(self, other):
        R.depth += 1
        return self + other
    @property
    def p(self):
        R.depth += 1
        return self.p
    def __getitem__(self, i):
        R.depth += 1
        return self[i]
for f in (lambda r: r + r), (lambda r: r.p), (lambda r: r[0]):
    R.depth = 0
    try:
        f(R())
    except RecursionError as e:
        print(R.depth, e)
V.__add__ = lambda self, other: V(self.n + other.n)
def generator():
    r = yield V(70) + V(80)
    yield r + V(90)
g = generator()
print(next(g))
print(attempt(g.send, 1))
print(list(g))
v = w = x = None
