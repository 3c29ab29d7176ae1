# A call in a class mangled its keywords' names; CPython mangles those of parameters only.
class Class:
    def method(self, *, __p=1, __q__=2, **others):
        return __p, __q__, others

    def plain(self, __p=5):
        return __p

    def calls(self):
        more = {"a": 1}
        return self.method(__p=5), self.method(_Class__p=6, __q__=7), self.method(__p=8, **more), self.method(*(), __p=9)

    def refused(self):
        return self.plain(__p=1)

    class Inner(type):
        def __new__(cls, name, bases, namespace, **keywords):
            print(name, keywords)
            return super().__new__(cls, name, bases, namespace)

    class Made(metaclass=Inner, __p=1):
        pass

    found = dict(__p=1, _x=2)


one = Class()
for _ in range(60):
    found = one.calls()
print(found, Class.found, one.plain(_Class__p=4))
try:
    one.refused()
except TypeError as error:
    print(error)
