# A function called through its class: replaced, deleted, other classes, metaclasses, instances.
import gc
import sys

from _objects import *


def call(o):
    return o.method(5)


class Base:
    def method(self):
        return ("base", self)


class Child(Base):
    pass


class Other(Base):
    def method(self):
        return ("other", self)


class Meta(type):
    def method(cls, argument):
        return ("of the metaclass", cls.__name__, argument)


class OfMeta(metaclass=Meta):
    def method(self):
        return "hidden by no data descriptor", self


class Instance:
    def method(self, argument):
        return ("of an instance", argument)


def warm(class_, rounds=60):
    for _ in range(rounds):
        attempt(call, class_)


original = Base.method
warm(Base)
for other in Child, Other, OfMeta, Instance(), Instance, int, None, 5, sys, type, Answering(), Raising(), Base(), Property(1):
    print(type(other).__name__, "|", attempt(call, other), "|", attempt(call, Base))
    warm(Base, 50)
warm(Base, 12000)
for value in (staticmethod(lambda argument: ("static", argument)),
              classmethod(lambda class_, argument: (class_.__name__, argument)),
              abs, str, 7, None, property(lambda self: 1), lambda argument: ("replaced", argument), lambda: "too few"):
    Base.method = value
    print(attempt(call, Base).split(":")[0], "|", attempt(call, Child).split(":")[0])
    warm(Base)
    print(attempt(call, Base).split(":")[0])
del Base.method
print(attempt(call, Base))
Base.method = original
warm(Child, 3000)
print(attempt(call, Child))
Child.method = lambda self: ("in between", self)
print(attempt(call, Child))
del Child.method
print(attempt(call, Child))
warm(Child)
Child.__bases__ = (Other,)
print(attempt(call, Child))
Child.__bases__ = (Base,)
print(attempt(call, Child))


def call_with(o, f):
    return o.method(f())


def remove():
    Base.method = lambda argument: ("too late", argument)
    return "removed"


for _ in range(60):
    call_with(Base, int)
print(call_with(Base, remove), call_with(Base, int))
Base.method = original


def of_passing_class(number):
    class Passing:
        def method(argument):
            return number, argument
    return call(Passing)


print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])
warm(Base, 3000)
count = sys.getrefcount(Base), sys.getrefcount(original)
for _ in range(50):
    call(Base)
print(sys.getrefcount(Base) - count[0], sys.getrefcount(original) - count[1])


def of_init(made, value):
    Plain.__init__(made, value)
    return made.value


one = Plain(0)
for number in range(60):
    of_init(one, number)
initial = Plain.__init__
Plain.__init__ = lambda self, value: setattr(self, "value", ("replaced", value))
print(of_init(one, 1))
del Plain.__init__
print(attempt(of_init, one, 2))
Plain.__init__ = initial
print(of_init(one, 3))


def construct(class_, name):
    return class_.method(Mortal(name))


for number in range(3):
    print(construct(Base, "argument %d" % number))
print(attempt(construct, int, "refused"))
