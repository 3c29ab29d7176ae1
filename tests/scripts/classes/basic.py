class Point:
    dims = 2
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __repr__(self): return f'Point({self.x}, {self.y})'
    def moved(self, dx=0, dy=0): return Point(self.x + dx, self.y + dy)
p = Point(1, 2)
print(p, p.moved(dy=5), p.dims, Point.dims)
p.dims = 3
print(p.dims, Point.dims, p.__dict__)
print(Point.__name__, Point.__qualname__, Point.__module__, Point.__bases__, Point.__mro__)
print(isinstance(p, Point), type(p) is Point, p.__class__ is Point)
m = p.moved
print(m(1), m.__self__ is p, m.__func__ is Point.moved, m.__name__)
print(Point.moved(p, 9))
Point.extra = lambda self: self.x * 100
print(p.extra())
del Point.extra
try:
    p.extra
except AttributeError as e:
    print(e)
try:
    Point.nope
except AttributeError as e:
    print(e)
