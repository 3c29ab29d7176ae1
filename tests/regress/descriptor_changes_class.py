# A descriptor given another class without __get__ crashed at warm places; a plain value given one was not asked.
class NonData:
    pass


class Data:
    def __get__(self, instance, owner):
        return "got"

    def __set__(self, instance, value):
        pass


class Only:
    def __set__(self, instance, value):
        pass


class Holder:
    x = Data()


def get(o):
    return o.x


def warm(rounds=1000):
    for _ in range(rounds):
        get(holder)
    print(type(get(holder)).__name__, type(get(Holder)).__name__)


holder = Holder()
descriptor = Holder.__dict__["x"]
for class_ in NonData, Only, Data, Only, NonData, Data:
    warm()
    descriptor.__class__ = class_
    print(class_.__name__, type(get(holder)).__name__, type(get(Holder)).__name__)
warm(10000)
getter = Data.__get__
del Data.__get__
print(type(get(holder)).__name__)
Data.__get__ = getter
warm(10000)
del Data.__set__
holder.__dict__["x"] = 5
print(get(holder))


class Plain:
    pass


class Late:
    def __get__(self, instance, owner):
        return "late"


class WithPlain:
    x = Plain()


def get_plain(o):
    return o.x, WithPlain.x


plain = WithPlain()
for class_ in Late, Plain, Late:
    for _ in range(100):
        get_plain(plain)
    WithPlain.__dict__["x"].__class__ = class_
    print([type(found).__name__ for found in get_plain(plain)])
