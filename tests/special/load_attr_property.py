# A property with a script getter: replaced, deleted, changed in place, getters of all kinds, counts.
import gc
import sys

from _objects import *


def make_place():
    def get(o):
        return o.value
    return get


def make_temporary():
    def get_temporary(o):
        return (lambda: o)().value
    return get_temporary


def make_over():
    def get_over(o):
        o = o.value
        return o
    return get_over


def make_dropped():
    def get_dropped(o):
        o.value
        return "dropped"
    return get_dropped


def make_sum():
    def get_sum(o):
        return (o.value, o.value)
    return get_sum


for make in make_place, make_temporary, make_over, make_dropped, make_sum:
    print(make.__name__)
    drive(make, lambda: Property("guessed"))


class Plain:
    def __init__(self, stored):
        self.stored = stored

    @property
    def value(self):
        return ("property", self.stored)


class Derived(Plain):
    pass


get = make_place()
one = Plain(1)
derived = Derived(2)
initial = Plain.__dict__["value"]


def warm(rounds=60, o=None):
    for _ in range(rounds):
        attempt(get, one if o is None else o)


class Callable:
    def __call__(self, *a):
        return ("called", len(a))


class NonData:
    def __get__(self, instance, owner):
        return "non-data"


class Data(NonData):
    def __set__(self, instance, value):
        pass


class DerivedProperty(property):
    pass


class Overriding(property):
    def __get__(self, instance, owner=None):
        return ("overriding", property.__get__(self, instance, owner))


def generator(self):
    yield self.stored


def recursing(self):
    return self.value


def raising(self):
    raise ArithmeticError("in the getter")


def missing(self):
    return self.no_such_attribute


def renaming(self):
    Plain.value = property(lambda self: "made by the getter")
    return "renamed"


def moving(self):
    self.__class__ = Property
    return "moved"


values = [property(lambda self: "another"), property(lambda self, more=5: ("default", more)),
          property(lambda *a: ("star", len(a))), property(lambda **k: k), property(lambda: 1), property(lambda a, b: 1),
          property(lambda self, *, k=7: ("keyword only", k)), property(lambda self, *, k: 1), property(), property(None),
          property(Callable()), property(len), property(repr), property(str), property(Plain), property(5),
          property(generator), property(recursing), property(raising), property(missing), property(renaming),
          property(moving), property(one.__init__), property(classmethod), DerivedProperty(lambda self: "derived"),
          Overriding(lambda self: "inner"), NonData(), Data(), "plain", None, lambda self: 1, classmethod(lambda cls: 1),
          staticmethod(lambda: 1), initial]
for value in values:
    warm()
    Plain.value = value
    print(*(show(listed) for listed in (attempt(get, one), attempt(get, derived), attempt(get, one))), sep=" | ")
    warm()
    print("  ", attempt(get, one))
    one.__class__ = Plain
    Plain.value = initial
    print("  ", attempt(get, one), attempt(get, derived))
warm()
one.__dict__["value"] = "of the instance"
print(attempt(get, one))
warm()
print(attempt(get, one))
Plain.value = NonData()
print(attempt(get, one))
del Plain.value
print(attempt(get, one))
one.__dict__.clear()
print(attempt(get, one))
Plain.value = initial
print(attempt(get, one))
one.stored = 3
print(attempt(get, one))

# the property is changed in place, its function too
warm()
initial.__init__(lambda self: "of the second __init__")
print(attempt(get, one))
warm()
initial.__init__()
print(attempt(get, one))
initial.__init__(lambda self: ("again", self.stored))
print(attempt(get, one))
warm()
getter = initial.fget
getter.__code__ = (lambda self: "of other code").__code__
print(attempt(get, one))
getter.__code__ = (lambda self, more: ("more", more)).__code__
print(attempt(get, one))
getter.__defaults__ = ("default",)
print(attempt(get, one))
warm()
getter.__defaults__ = None
print(attempt(get, one))
getter.__code__ = (lambda self: ("code again", self.stored)).__code__
warm(3000)
print(attempt(get, one))

# bases, classes and attributes of the class that answer instead
warm(o=derived)
Derived.value = "in between"
print(attempt(get, derived))
del Derived.value
print(attempt(get, derived))
warm(o=derived)
Derived.__bases__ = (Property,)
print(attempt(get, derived))
Derived.__bases__ = (Plain,)
print(attempt(get, derived))
warm()
Plain.__getattribute__ = lambda self, name: "intercepted " + name
print(attempt(get, one))
del Plain.__getattribute__
print(attempt(get, one))
Plain.__getattr__ = lambda self, name: "none such: " + name
Plain.value = property(missing)
warm()
print(attempt(get, one))
Plain.value = property(lambda self: self.__getattr__("asked")[:4] + [].nothing)
print(attempt(get, one))
del Plain.__getattr__
Plain.value = initial


# tracebacks, depth, counts
class Deep:
    def __init__(self, inner):
        self.inner = inner

    @property
    def value(self):
        return self.inner.value if self.inner else sys._getframe().f_back.f_code.co_name


deep = None
for _ in range(50):
    deep = Deep(deep)
print(get(deep), get(Deep(None)))


class Endless:
    @property
    def value(self):
        return self.value


for _ in range(3):
    try:
        get(Endless())
    except RecursionError as error:
        print(error)


class Failing:
    @property
    def value(self):
        raise KeyError("from the getter")


def failing():
    try:
        return Failing().value
    except KeyError as error:
        traceback = error.__traceback__
        names = []
        while traceback:
            names.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno - traceback.tb_frame.f_code.co_firstlineno))
            traceback = traceback.tb_next
        return names


for _ in range(60):
    failing()
print(failing())
marker = object()
one = Plain(marker)
warm(3000)
before = sys.getrefcount(marker), sys.getrefcount(one), sys.getrefcount(initial), sys.getrefcount(getter)
kept = [get(one) for _ in range(20)]
print(sys.getrefcount(marker) - before[0], sys.getrefcount(one) - before[1], sys.getrefcount(initial) - before[2],
      sys.getrefcount(getter) - before[3])
del kept
print(sys.getrefcount(marker) - before[0])


def of_temporary(name):
    class Passing(Mortal):
        @property
        def value(self):
            return "value of " + self.name
    return Passing(name).value


for number in range(4):
    print(of_temporary("temporary %d" % number))
gc.collect()


class Ending(Mortal):
    @property
    def value(self):
        return Mortal("result of " + self.name)

    @property
    def refused(self):
        raise ArithmeticError("refused by " + self.name)


def use(name):
    print("  ", Ending(name).value)
    Ending(name + " dropped").value
    print("   next")
    Ending(name + " refusing").refused


for number in range(3):
    print(attempt(use, "number %d" % number))


def in_generator(o):
    while True:
        yield o.value


values = in_generator(Property(5))
print([next(values) for _ in range(60)][-1])
values.close()


class Calling:
    @property
    def value(self):
        return lambda *a, **k: ("called", a, k)


def calls(o):
    return o.value(), o.value(1), o.value(*[2], **{"k": 3}), o.value(k=4)


for _ in range(60):
    calls(Calling())
print(calls(Calling()))
