# The descriptor of a named tuple's field.
from _collections import _tuplegetter

CASES = """_tuplegetter(1)
_tuplegetter('a', 1)
_tuplegetter(1, 'doc')
_tuplegetter(1, 'doc').__reduce__()
_tuplegetter(1, 'doc').__get__((1,))
_tuplegetter(1, 'doc').__get__((1,), tuple)
_tuplegetter(1, 'doc').__get__(5, int)
_tuplegetter(1, 'doc').__set__(5, int)
_tuplegetter(1, 'doc').__delete__(5)
_tuplegetter(1, 'doc').__get__(None, int)
_tuplegetter(0, 'doc').__get__(None, None)
_tuplegetter(-1, 'doc').__get__((1,), None)
_tuplegetter(0, 'doc').__get__((1,), None)
_tuplegetter(0, 'doc').__doc__
_tuplegetter(0, doc='doc')
type(_tuplegetter(0, 'doc'))"""
for line in CASES.splitlines():
    try:
        print(line, '->', eval(line))
    except Exception as error:
        print(line, '->', type(error).__name__, error)


class Point(tuple):
    __slots__ = ()
    x = _tuplegetter(0, 'the x')
    y = _tuplegetter(1, 'the y')
    z = _tuplegetter(2, 'not there')


p = Point((1, 2))
print(p.x, p.y, Point.x, Point.x.__doc__)
Point.x.__doc__ = 'new'
print(Point.x.__doc__, Point.x)
for action in ('p.z', 'setattr(p, "x", 1)', 'delattr(p, "x")', 'p.q'):
    try:
        print(eval(action))
    except Exception as error:
        print(type(error).__name__, error)
