class C:
    count = 0
    @classmethod
    def make(cls, n=1):
        cls.count += n
        return cls
    @staticmethod
    def add(a, b): return a + b
    @classmethod
    def name(cls): return cls.__name__
class D(C): pass
print(C.make() is C, D.make(5) is D, C.count, D.count)
print(C.add(1, 2), C().add(3, 4), D.name(), D().name())
print(type(C.__dict__['make']).__name__, type(C.__dict__['add']).__name__)
print(C.make.__self__ is C, D.make.__self__ is D, C.make.__func__ is D.make.__func__)
print(C.__dict__['add'].__func__(5, 6), C.__dict__['add'](7, 8))
s = staticmethod(len)
print(s([1]), s.__wrapped__ is len)
try:
    C.__dict__['make']()
except TypeError as e:
    print(e)
class E:
    def f(*args): return len(args)
    g = classmethod(f)
    h = staticmethod(f)
print(E().f(), E().g(), E().h(), E.f(), E.g(), E.h())
