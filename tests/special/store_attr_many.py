# never left: a miss fills the shared cache, and what the cache cannot hold takes the slow way in place
# A store to an attribute that objects of many classes have.
import gc
import sys

from _objects import *


def put(o, v):
    o.value = v


def make_class(number):
    class Numbered:
        def __init__(self, value):
            for before in range(number % 7):
                setattr(self, "before%d" % before, before)
            self.value = value
    return Numbered


classes = [make_class(number) for number in range(40)]
for round_ in range(5):
    answers = []
    for number, class_ in enumerate(classes):
        one = class_(0)
        put(one, number + round_)
        answers.append((one.value, len(one.__dict__)))
    print(answers == [(number + round_, number % 7 + 1) for number in range(40)])
for other in storable():
    print(type(other).__name__, "|", attempt(put, other, "stored"), "|", attempt(lambda o: o.value, other))
one = classes[3](1)
put(one, 2)
del one.value
put(one, 3)
print(one.value, list(one.__dict__))
classes[3].value = property(lambda self: "seen")
print(attempt(put, one, 4).split(":")[0], one.value)
classes[3].value = property(lambda self: "seen", lambda self, v: print("  set to", v))
print(attempt(put, one, 5), one.value)
del classes[3].value
put(one, 6)
print(one.value)
classes[3].__setattr__ = lambda self, name, v: print("  intercepted", name, v)
put(one, 7)
del classes[3].__setattr__
print(one.value)
one.__class__ = classes[4]
put(one, 8)
print(one.value, len(one.__dict__))
one.__dict__ = {}
put(one, 9)
print(one.__dict__)


def many_passing():
    """Classes that end: their shapes' addresses come again."""
    answers = []
    for number in range(300):
        one = make_class(number)(0)
        put(one, number)
        answers.append(one.value)
        if number % 50 == 0:
            gc.collect()
    return answers


print(many_passing() == list(range(300)))
marker = object()
before = sys.getrefcount(marker)
held = [class_(None) for class_ in classes]
for one in held:
    put(one, marker)
print(sys.getrefcount(marker) - before)
for one in held:
    put(one, None)
print(sys.getrefcount(marker) - before)
for class_ in classes[5:9]:
    one = class_(Mortal("old"))
    put(one, "new")
    put(class_(Mortal("held")), Mortal("stored"))
    print("after")
print(attempt(put, 5, Mortal("refused")))
