# __subclasshook__ decides first; its answer must be True, False or NotImplemented.
from abc import ABC, ABCMeta


class Sized(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Sized:
            return any('__len__' in B.__dict__ for B in C.__mro__)
        return NotImplemented
print(isinstance([], Sized), isinstance(3, Sized), issubclass(str, Sized))
class SubSized(Sized): pass
print(isinstance([], SubSized)); SubSized.register(list); print(isinstance([], SubSized), isinstance([], Sized))
class Bad(ABC):
    @classmethod
    def __subclasshook__(cls, C): return 3
try: issubclass(int, Bad)
except AssertionError as e: print(e)
