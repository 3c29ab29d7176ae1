# The 41st call with keywords of a bound method that was a value, not an attribute's, lost its self.
class Owner:
    def method(self, a, b=2, *, c=3):
        return type(self).__name__, a, b

    @classmethod
    def of_class(cls, *, a=1):
        return cls.__name__, a


def call(table):
    return table["method"](a=1, b=4), table["of class"](a=5)


table = {"method": Owner().method, "of class": Owner.of_class}
found = [call(table) for _ in range(2000)]
print(found[0], found.count(found[0]))
