# One comparison and __eq__ give the others.
from functools import total_ordering


def make(name):
    tests = {'lt': lambda a, b: a < b, 'le': lambda a, b: a <= b, 'gt': lambda a, b: a > b, 'ge': lambda a, b: a >= b}

    def compare(self, other):
        return tests[name](self.v, other.v) if isinstance(other, C) else NotImplemented

    class C:
        def __init__(self, v): self.v = v
        def __eq__(self, other): return self.v == other.v if isinstance(other, C) else NotImplemented
    setattr(C, '__%s__' % name, compare)
    return total_ordering(C)


for name in 'lt', 'le', 'gt', 'ge':
    C = make(name)
    a, b = C(1), C(2)
    print(name, a < b, a <= b, a > b, a >= b, a < a, a <= a, a > a, a >= a, b < a, b <= a, b > a, b >= a)
    print([getattr(C, n).__doc__ for n in ('__lt__', '__le__', '__gt__', '__ge__')], C.__ge__.__name__)
    for f in (lambda: a < 3, lambda: a >= 3):
        try: f()
        except TypeError as e: print(e)
try:
    @total_ordering
    class D: pass
except ValueError as e: print(e)
@total_ordering
class I(int):
    def __lt__(self, other): return int(self) < int(other)
print(I(3) > I(2), I(2) >= 2)
