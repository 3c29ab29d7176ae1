# never left: a miss fills the shared cache, and what the cache cannot hold takes the slow way in place
# A method that objects of many classes have.
import gc
import sys

from _objects import *


def call(o):
    return o.method()


def make_class(number):
    class Numbered:
        def __init__(self, value):
            for before in range(number % 7):
                setattr(self, "before%d" % before, before)
            self.value = value

        def method(self):
            return number, self.value
    return Numbered


classes = [make_class(number) for number in range(40)]
for round_ in range(5):
    print([call(class_(round_)) for class_ in classes] == [(number, round_) for number in range(40)])
for other in others():
    print(type(other).__name__, "|", attempt(call, other), "|", attempt(call, classes[0](5)))
one = classes[3](1)
print(call(one))
classes[3].method = lambda self: "replaced"
print(call(one))
one.method = lambda: "of the instance"
print(call(one))
del one.method
print(call(one))
del classes[3].method
print(attempt(call, one))
classes[3].method = property(lambda self: lambda: "from a property")
print(call(one))
classes[3].__getattribute__ = lambda self, name: lambda: "got " + name
print(call(one))
one.__class__ = classes[4]
print(call(one))
one.__dict__ = {"method": lambda: "another dict"}
print(call(one))


def many_passing():
    """Classes that end: their shapes' addresses come again."""
    answers = []
    for number in range(300):
        answers.append(call(make_class(number)(number)))
        if number % 50 == 0:
            gc.collect()
    return answers


print(many_passing() == [(number, number) for number in range(300)])
holder = classes[5](1)
for _ in range(5):
    call(holder)
print(sys.getrefcount(holder))
for class_ in classes[6:9]:
    def end(self):
        print("    end of", self.value)
    class_.__del__ = end
    print(call(class_("temporary")))
    print(attempt(lambda o: o.method(1), class_("too many arguments")))
