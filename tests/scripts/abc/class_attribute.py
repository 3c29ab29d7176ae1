# isinstance asks about __class__ and the type; metaclasses may override the question.
from abc import ABC, ABCMeta


class Shape(ABC):
    pass


class Sq2(Shape):
    pass


class P:
    __class__ = Sq2
print(isinstance(P(), Shape), isinstance(P(), Sq2))
class Meta(ABCMeta):
    def __subclasscheck__(cls, s): print('sc', s.__name__); return super().__subclasscheck__(s)
class W(metaclass=Meta): pass
print(isinstance(3, W), issubclass(bool, W))
class K(ABC):
    def __init_subclass__(cls, /, flag=None, **kw): cls.flag = flag
class L(K, flag=3): pass
print(L.flag)
