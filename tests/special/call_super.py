# super() and the load of a method behind it: other selfs, classes changed, super shadowed, cells changed.
import builtins
import gc
import sys

from _objects import Mortal, show


class Base:
    def method(self):
        return ("base", type(self).__name__)


class OtherBase:
    def method(self):
        return ("other base", type(self).__name__)


class Middle(Base):
    def method(self):
        return ("middle",) + super().method()


class Derived(Middle):
    pass


class Diamond(Middle, OtherBase):
    pass


class WithAttribute(Middle):
    def __init__(self):
        self.method = lambda: "of the instance"


def attempt(o, f=None):
    try:
        return show((f or Middle.method)(o))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def warm(rounds=45):
    for _ in range(rounds):
        attempt(Middle())


for other in Derived(), Diamond(), WithAttribute(), Base(), OtherBase(), 5, Middle, Derived, "text", sys:
    warm()
    print(type(other).__name__, "|", attempt(other), "|", attempt(Middle()))
for _ in range(100):
    for other in Middle(), Derived(), Diamond(), WithAttribute():
        attempt(other)
print(attempt(Middle()), attempt(Derived()), attempt(Diamond()))

original = Base.method
for value in (lambda self: "replaced", staticmethod(lambda: ("static",)), classmethod(lambda cls: (cls.__name__,)),
              lambda self: ("tuple",), property(lambda self: lambda: ("property",)), len, 5, None):
    warm(700)
    Base.method = value
    print(attempt(Middle()), "|", attempt(Derived()))
    warm()
    print(attempt(Middle()))
del Base.method
print(attempt(Middle()))
Base.method = original
print(attempt(Middle()))
warm(12000)
Middle.__bases__ = (OtherBase,)
print(attempt(Middle()), attempt(Derived()))
Middle.__bases__ = (Base,)
print(attempt(Middle()))
one = Middle()
one.__class__ = Derived
print(attempt(one))
one.__class__ = OtherBase
print(attempt(one))
Base.__getattribute__ = lambda self, name: lambda: ("got",)
print(attempt(Middle()))
del Base.__getattribute__

# super is another thing
warm()
super = lambda: Base()
print(attempt(Middle()))
del super
print(attempt(Middle()))
kept_super = builtins.super
builtins.super = lambda *arguments: OtherBase()
print(attempt(Middle()))
builtins.super = kept_super
print(attempt(Middle()))


class SuperDerived(kept_super):
    pass


warm()
builtins.super = SuperDerived
print(attempt(Middle()))
builtins.super = kept_super
print(attempt(Middle()))

# the cell of the class is another, empty, no class at all
warm()
cell = Middle.method.__closure__[0]
for content in Derived, Base, OtherBase, 5, None, Middle:
    cell.cell_contents = content
    print(attempt(Middle()), "|", attempt(Derived()))
warm()
del cell.cell_contents
print(attempt(Middle()))
cell.cell_contents = Middle
print(attempt(Middle()))


class Rebinding(Base):
    def method(self, other=None, gone=False):
        if other is not None:
            self = other
        if gone:
            del self
        return super().method()


def rebinding(o):
    return Rebinding.method(o, OtherBase())


def deleting(o):
    return Rebinding.method(o, None, True)


for _ in range(50):
    attempt(Rebinding(), Rebinding.method)
print(attempt(Rebinding(), rebinding), attempt(Rebinding(), deleting), attempt(Rebinding(), Rebinding.method))


class Captured(Base):
    def method(self):
        def inner():
            return self
        return super().method(), inner() is self

    def absent(self):
        return super().absent()

    def attribute(self):
        return super().method

    def in_inner(self):
        return [super().method() for _ in (1,)]


for f in Captured.method, Captured.absent, Captured.attribute, Captured.in_inner:
    for _ in range(50):
        text = attempt(Captured(), f)
    print(text)


class Meta(type):
    def __call__(cls, *arguments):
        return super().__call__(*arguments)

    def method(cls):
        return super().mro()[0].__name__


class OfMeta(metaclass=Meta):
    pass


for _ in range(50):
    made, name = type(OfMeta()).__name__, OfMeta.method()
print(made, name)


class Initial:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("    end of", self.name)


class Final(Initial):
    def __init__(self, name):
        super().__init__(Mortal(name + " inner"))

    def __del__(self):
        super().__del__()


for number in range(3):
    Final("number %d" % number)
    print("    next statement")


def passing(number):
    class First:
        def method(self):
            return number

    class Second(First):
        def method(self):
            return super().method() + 1
    return Second


print([passing(number)().method() for number in range(10)])
gc.collect()
print([passing(number)().method() for number in range(10)])
one = Middle()
count = sys.getrefcount(one), sys.getrefcount(original), sys.getrefcount(Middle)
for _ in range(60):
    Middle.method(one)
print(sys.getrefcount(one) - count[0], sys.getrefcount(original) - count[1], sys.getrefcount(Middle) - count[2])
