# super() in a method whose self is None is unbound, as super(Class, None) is.
class Base:
    def method(self):
        return "base"


class Derived(Base):
    def method(self):
        return super().method()


for _ in range(3):
    try:
        print(Derived.method(None))
    except AttributeError as error:
        print(error)
print(Derived().method())


class Named(Base):
    def names(self):
        return super().__self__, super().__thisclass__, super().__class__, super()

    def other(self):
        return super(Named, self).method


for self in None, Named():
    print([str(name).split(" at ")[0] for name in Named.names(self)])
    try:
        print(type(Named.other(self)))
    except AttributeError as error:
        print(error)
