# Registered classes are virtual subclasses, also of the bases of the class they are registered with.
from abc import ABC, get_cache_token


class Shape(ABC):
    pass


class Sq(Shape):
    pass


@Shape.register
class Other: pass
print(isinstance(Other(), Shape), issubclass(Other, Shape), issubclass(Other, Sq))
for f in (lambda: Shape.register(3), lambda: Shape.register(ABC), lambda: issubclass(3, Shape), lambda: isinstance(3, Shape)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t = get_cache_token(); Shape.register(complex); print(get_cache_token() - t, isinstance(1j, Shape))
print(isinstance(1.5, Shape)); Sq.register(float); print(isinstance(1.5, Shape))
