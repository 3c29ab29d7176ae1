# A class whose __new__ was assigned and deleted again keeps looking it up: object.__new__ then refuses arguments.
class Made:
    def __init__(self, a):
        self.a = a


print(Made(1).a)
Made.__new__ = lambda cls, a: object.__new__(cls)
print(Made(2).a)
del Made.__new__
try:
    print(Made(3).a)
except TypeError as error:
    print(error)


def look(class_):
    found = []
    for arguments in (), (1,):
        try:
            found.append(vars(class_(*arguments)))
        except TypeError as error:
            found.append(str(error))
    return found


class Base:
    def __init__(self, *a):
        self.a = a


class WithNew(Base):
    def __new__(cls, *a):
        return object.__new__(cls)


class Before(WithNew):
    pass


class Assigned(WithNew):
    __new__ = object.__new__


print(look(WithNew), look(Before), look(Assigned))
del WithNew.__new__


class After(WithNew):
    pass


class Second(WithNew, list):
    pass


print(look(WithNew), look(Before), look(Assigned), look(After), look(Base))
print(look(Second))
WithNew.__new__ = object.__new__
print(look(WithNew), look(Before))
Before.__bases__ = (Base,)
print(look(Before))


class Number(int):
    pass


Number.__new__ = lambda cls, value: int.__new__(cls, value + 1)
print(Number(5))
del Number.__new__
print(Number(5), Number("7"))
