# A class that got or lost __get__, __set__ with its bases: warm loads of what its instances are in classes were stale.
class NonData:
    def __get__(self, instance, owner):
        return "non-data"


class Data:
    def __get__(self, instance, owner):
        return "data"

    def __set__(self, instance, value):
        pass


class Plain:
    pass


class FromNonData(NonData):
    pass


class FromData(Data):
    pass


class FromPlain(Plain):
    pass


class Base(FromPlain):
    pass


class Derived(Base):
    pass


class Holder:
    x, y = Base(), Derived()


class Items(list):
    x, y = Holder.x, Holder.y


def make_place():
    space = {}
    exec("def get(o):\n    return o.x, o.y, type(o).x, type(o).y", space)
    return space["get"]


holders = [Holder(), Holder(), Items(), Items()]
for holder in holders[::2]:
    vars(holder).update(x="own x", y="own y")
for class_ in FromNonData, FromData, FromPlain, FromData, FromNonData, FromPlain, FromData:
    places = [make_place() for _ in holders]
    for _ in range(100):
        for place, holder in zip(places, holders):
            place(holder)
    Base.__bases__ = class_,
    for place, holder in zip(places, holders):
        print(class_.__name__, [found if type(found) is str else type(found).__name__ for found in place(holder)])
