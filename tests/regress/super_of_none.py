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
