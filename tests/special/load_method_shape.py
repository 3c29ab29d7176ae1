# A method of the class, called through an instance: replaced, deleted, shadowed, other classes.
import gc
import sys

from _objects import *


def make_place():
    namespace = {}
    exec("def call(o):\n    return o.method()", namespace)
    return namespace["call"]


drive(make_place, lambda: Plain("plain"))
drive(make_place, lambda: Slots("slots"))

call = make_place()
one = Plain("one")
original = Plain.method


def warm(rounds=60):
    for _ in range(rounds):
        attempt(call, one)


warm()
Plain.method = lambda self: ("replaced", self.value)
print(attempt(call, one))
warm()
del Plain.method
print(attempt(call, one))
Plain.__getattr__ = lambda self, name: lambda: "answer for " + name
print(attempt(call, one))
del Plain.__getattr__
Plain.method = original
warm(700)
one.method = lambda: "of the instance"
print(attempt(call, one))
one.method = 5
print(attempt(call, one))
del one.method
print(attempt(call, one))
warm(12000)
for value in (staticmethod(lambda: "static"), classmethod(lambda class_: class_.__name__), len, Plain,
              property(lambda self: lambda: "from a property"), 7, None):
    Plain.method = value
    warm(2)
    print(attempt(call, one))
Plain.method = original
warm()
one.__class__ = Overriding
print(attempt(call, one))
one.__class__ = Property
one.stored = "stored"
print(attempt(call, one))
one.__class__ = Plain
print(attempt(call, one))
one.__dict__["method"] = lambda: "through the dict"
print(attempt(call, one))
del one.__dict__["method"]
warm()
one.__dict__ = {"value": 1, "method": lambda: "another dict"}
print(attempt(call, one))
one = Plain("new")
derived = Derived("derived")
for _ in range(60):
    call(derived)
Derived.__bases__ = (Overriding,)
print(attempt(call, derived))
Derived.__bases__ = (Plain,)
print(attempt(call, derived))
Derived.method = lambda self: "in between"
print(attempt(call, derived))
del Derived.method
print(attempt(call, derived))
Plain.__getattribute__ = lambda self, name: lambda: "got " + name
print(attempt(call, derived))
del Plain.__getattribute__
print(attempt(call, derived))

# the method goes while it runs, or while its arguments are computed
class Self_:
    def method(self, argument=None):
        del Self_.method
        gc.collect()
        return "survived", argument


def call_with(o, f):
    return o.method(f())


def remove():
    Plain.method = lambda self, argument: ("too late for", argument)
    return "removed"


keep = Self_.method
for _ in range(3):
    Self_.method = keep
    print(attempt(call, Self_()))
Plain.method = lambda self, argument: ("early", argument)
for _ in range(60):
    call_with(one, int)
print(call_with(one, remove), call_with(one, int))
Plain.method = original

# two shapes, then a third
call = make_place()
for _ in range(60):
    call(Plain(1)), call(Slots(2))
print(attempt(call, Overriding(3)), attempt(call, None), attempt(call, Plain(4)))


def of_passing_class(number):
    class Passing:
        def method(self):
            return number
    return call(Passing())


call = make_place()
print([of_passing_class(number) for number in range(10)])
gc.collect()
print([of_passing_class(number) for number in range(10)])

holder = Plain(1)
for _ in range(60):
    call(holder)
print(sys.getrefcount(holder), attempt(call, 5), sys.getrefcount(holder))


class Ending(Mortal):
    def method(self):
        return "of " + self.name

    def fail(self):
        raise ValueError(self.name)


def of_temporary(name):
    text = Ending(name).method()
    print("    next statement")
    return text


for number in range(3):
    print(of_temporary("number %d" % number))


def failing(name):
    try:
        Ending(name).fail()
    except ValueError as error:
        text = str(error)
    print("    handled")
    return text


for number in range(3):
    print(failing("failing %d" % number))
print(attempt(lambda o: o.method(1, 2), Ending("too many arguments")))
