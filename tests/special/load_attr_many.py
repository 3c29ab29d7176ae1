# never left: a miss fills the shared cache, and what the cache cannot hold takes the slow way in place
# An attribute that objects of many classes have.
import sys

from _objects import *


def get(o):
    return o.value


def make_class(number):
    class Numbered:
        def __init__(self, value):
            for before in range(number % 7):
                setattr(self, "before%d" % before, before)
            self.value = value
    return Numbered


classes = [make_class(number) for number in range(40)]
for round_ in range(5):
    print([get(class_(number + round_)) for number, class_ in enumerate(classes)] == list(range(round_, 40 + round_)))
for other in others():
    print(type(other).__name__, "|", attempt(get, other), "|", attempt(get, classes[0](5)))
one = classes[3](1)
print(get(one))
one.value = 2
print(get(one))
del one.value
print(attempt(get, one))
classes[3].value = "of the class"
print(attempt(get, one))
classes[3].value = property(lambda self: "from a property")
print(attempt(get, one))
del classes[3].value
print(attempt(get, one))
one.__class__ = classes[4]
print(attempt(get, one))
one.value = "back"
print(attempt(get, one))
classes[4].__getattribute__ = lambda self, name: "got " + name
print(attempt(get, one))
del classes[4].__getattribute__
print(attempt(get, one))
one.__dict__ = {"value": "elsewhere"}
print(attempt(get, one))
slots = Slots(1)
get(slots)
del slots.value
print(attempt(get, slots))


def many_passing():
    """Classes that end: their shapes' addresses come again."""
    answers = []
    for number in range(300):
        class_ = make_class(number)
        answers.append(get(class_(number)))
        if number % 50 == 0:
            import gc
            gc.collect()
    return answers


print(many_passing() == list(range(300)))
marker = object()
before = sys.getrefcount(marker)
held = [class_(marker) for class_ in classes if class_ is not classes[4]]
kept = [get(o) for o in held]
print(sys.getrefcount(marker) - before == len(held) * 2)
del kept, held
print(sys.getrefcount(marker) - before)


def ending(o):
    return o.value.name


for class_ in classes[5:12]:
    print(ending(class_(Mortal("value"))))
print(attempt(ending, classes[7](5)))
