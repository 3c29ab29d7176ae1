# Neither registration nor a remembered answer keeps a class alive.
import gc
from abc import ABC
from _abc import _get_dump


class Shape(ABC):
    pass


class Sq(Shape):
    pass


def f():
    class T(Shape): pass
    issubclass(T, Shape); isinstance(T, Sq)
    Sq.register(T)
f(); gc.collect()
print([c.__name__ for c in Shape.__subclasses__()])
print([len(x) if i < 3 else 0 for i, x in enumerate(_get_dump(Sq))])
