# Named tuples: fields, defaults, replacing, errors.
import copy
from collections import namedtuple


P = namedtuple('P', 'x y z', defaults=[7])
p = P(1, y=2); print(p, p.x, p[2], p._asdict(), p._replace(x=9), P._make([1,2,3]), P._fields, P._field_defaults, P.__doc__, P.x.__doc__, P.__new__.__doc__)
print(P.__new__.__defaults__, P._make.__doc__, P._replace.__doc__, P.__slots__, P.__match_args__, P.__module__, P.__qualname__, p == (1, 2, 7), hash(p) == hash((1,2,7)), copy.copy(p), copy.deepcopy(p))
for f in (lambda: P(), lambda: P(1,2,3,4), lambda: P(1, 2, q=3), lambda: P._make([1]), lambda: p._replace(q=1), lambda: namedtuple('A', 'x x'), lambda: namedtuple('A', 'class'), lambda: namedtuple('A', '_x'), lambda: namedtuple('1', 'x'), lambda: namedtuple('A', 'x', defaults=(1,2)), lambda: namedtuple('A', '1'), lambda: setattr(p, 'x', 3), lambda: P.x.__get__(3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(namedtuple('R', 'a class a _b 1 z', rename=True)._fields, namedtuple('E', '')(), namedtuple('E', ['a', 'b'], module='mm').__module__)
class Sub(P):
    def s(self): return self.x + self.y
print(Sub(1, 2).s(), Sub(1, 2))
