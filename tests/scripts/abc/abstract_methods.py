# What a class leaves abstract keeps it from being instantiated.
from abc import (ABC, abstractclassmethod, abstractmethod, abstractproperty,
                 abstractstaticmethod, update_abstractmethods)


class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
print(sorted(Shape.__abstractmethods__))
try: Shape()
except TypeError as e: print(e)
class Sq(Shape):
    def area(self): return 4
    name = 'sq'
try: Sq()
except TypeError as e: print(e)
class Sq2(Sq):
    @classmethod
    def make(cls): return cls()
print(Sq2.make().area(), isinstance(Sq2(), Shape), issubclass(Sq, Shape), issubclass(int, Shape))
class Q(Shape):
    def area(self): pass
    def name(self): pass
Q.make = 3
update_abstractmethods(Q); Q(); print(Q.__abstractmethods__)
class A2(ABC):
    @abstractclassmethod
    def a(cls): pass
    @abstractstaticmethod
    def b(): pass
    @abstractproperty
    def c(self): pass
try: A2()
except TypeError as e: print(e)
print(A2.__mro__, type(A2), ABC.__slots__)
