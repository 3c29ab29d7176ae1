class Base:
    registry = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)
class A(Base, tag='a'): pass
class B(A): pass
print(Base.registry, A.tag, B.tag)
try:
    class C(Base, wrong=1): pass
except TypeError as e:
    print(e)
class Named:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name
class D:
    x = Named()
    y = z = Named()
print(D.x.name, D.y.name)
D.late = Named()
try:
    class E(x=1): pass
except TypeError as e:
    print(e)
class Bad:
    def __set_name__(self, owner, name): 1 / 0
try:
    class F:
        attr = Bad()
except RuntimeError as e:
    print(e, repr(e.__cause__))
