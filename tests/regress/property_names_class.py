# The error of a property without setter, getter or deleter names its class with the qualified name.
def make():
    class Local:
        x = property(lambda self: 1)
        y = property()
    return Local


for action in (lambda o: setattr(o, "x", 1), lambda o: delattr(o, "x"), lambda o: o.y):
    try:
        action(make()())
    except AttributeError as error:
        print(error)
make().x = 5


class Named:
    @property
    def x(self):
        return 1


try:
    Named().x = 5
except AttributeError as error:
    print(error)
Named.__qualname__ = "Outer.Named"
try:
    del Named().x
except AttributeError as error:
    print(error)
