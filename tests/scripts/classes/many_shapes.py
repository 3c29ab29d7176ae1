"""One place in the code meets instances of many classes; then the classes change."""


def make(i):
    class C:
        def __init__(self):
            for j in range(i):
                setattr(self, "filler%d" % j, j)
            self.value = i
        def method(self):
            return self.value * 10
    C.__name__ = "C%d" % i
    return C


classes = [make(i) for i in range(6)]
objects = [c() for c in classes]


def loads(objects):
    return [o.value for o in objects]


def calls(objects):
    return [o.method() for o in objects]


def stores(objects, by):
    for o in objects:
        o.value = o.value + by


def attempts(function, *args):
    try:
        return function(*args)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


for _ in range(60):
    loads(objects), calls(objects), stores(objects, 1)
print(loads(objects), calls(objects))

# a method replaced, deleted, shadowed by an attribute
classes[1].method = lambda self: "replaced"
print(calls(objects))
del classes[2].method
print(attempts(calls, objects))
classes[2].method = lambda self: "again"
objects[3].method = lambda: "own"
print(calls(objects))

# a data descriptor takes over, and goes
classes[4].value = property(lambda self: "property")
print(loads(objects), attempts(stores, objects, 0))
del classes[4].value
print(loads(objects))

# an attribute deleted, a class assigned, __getattr__ and __getattribute__ added
del objects[0].value
print(attempts(loads, objects))
objects[0].value = 7
objects[5].__class__ = classes[1]
print(calls(objects))
classes[3].__getattr__ = lambda self, name: "missing " + name
del objects[3].value
print(loads(objects))
classes[1].__getattribute__ = lambda self, name: "always"
print(loads(objects), attempts(calls, objects))
classes[0].__setattr__ = lambda self, name, value: print("set", name, value)
print(attempts(stores, [objects[0], objects[2], objects[4]], 1))

# slots and dicts among them
class S:
    __slots__ = ("value",)
    def method(self):
        return "slot"
class D:
    def method(self):
        return "dict"
s, d = S(), D()
d.__dict__.update({"a%d" % i: i for i in range(100)}, value="in dict")
print(attempts(loads, [s, d, objects[2]]))
s.value = "in slot"
print(loads([s, d, objects[2]]), calls([s, d]))

# module attributes called
import math
def roots(module):
    return [module.sqrt(i) for i in range(5)]
roots(math), roots(math)
print(roots(math))
real = math.sqrt
math.sqrt = lambda x: -x
print(roots(math))
del math.sqrt
print(attempts(roots, math))
math.sqrt = real
print(roots(math))

# equal and unequal strings of all sorts
def same(a, b):
    if a == b:
        return "=="
    if a != b:
        return "!="
class Odd(str):
    def __eq__(self, other):
        return True
    def __ne__(self, other):
        return True
words = ["abc", "ab" + "c" * int("1"), "abd", "é", "a€", "", Odd("x"), 5, None]
for _ in range(3):
    print([same(a, b) for a in words for b in words])

# calls with callees that differ
def f0(): return 0
def f1(a=1): return a
def f2(*a): return a
def f3(a=1, *, b=2): return a, b
class F4:
    def __call__(self): return "instance"
def g(): yield 4
for _ in range(3):
    print([f() for f in (f0, f1, f2, f3, F4(), dict, lambda: "lambda", F4().__call__)], [list(f()) for f in (g, tuple)])
print([len(x) for x in ([1], (1, 2), "abc", {1: 1}, {1, 2}, b"12", range(7), frozenset((1,)))])
print(attempts(lambda: [len(x) for x in ([], {}, 3)]))
