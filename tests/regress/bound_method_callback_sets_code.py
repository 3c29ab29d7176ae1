# A weak reference's callback that changed the function of a called bound method, which died, crashed.
import weakref


class Owner:
    def method(self):
        return "first"

    def five(self, a, b, c, d):
        return a, b, c, d

    def default(self, a="default"):
        x = y = z = a
        return "default", x, y, z

    def generator(self):
        yield "generated"


store = []
code = Owner.method.__code__


def call():
    return store.pop()()


def attempt(other):
    method = Owner().method
    reference = weakref.ref(method, lambda reference: setattr(Owner.method, "__code__", other.__code__))
    store.append(method)
    del method
    try:
        found = call()
        print(found if type(found) in (str, tuple) else next(found), reference() is None)
    except TypeError as error:
        print(error)
    Owner.method.__code__ = code


for _ in range(3):
    for _ in range(60):
        store.append(Owner().method)
        call()
    for other in Owner.method, Owner.five, Owner.generator:
        attempt(other)
    Owner.method.__defaults__ = "changed",
    attempt(Owner.default)
    Owner.method.__defaults__ = None
print(len(store))
