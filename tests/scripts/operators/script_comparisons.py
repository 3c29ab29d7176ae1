"""Comparisons of script classes, as values and in conditions: who is asked, truth of the result, recursion."""


class N:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n == other.n if isinstance(other, N) else NotImplemented
    def __lt__(self, other):
        return self.n < other.n if isinstance(other, N) else NotImplemented
    def __le__(self, other):
        return [self.n] if self.n <= other.n else []
    def __gt__(self, other):
        raise ValueError("gt")
    def __hash__(self):
        return 1


class M(N):
    def __eq__(self, other):
        return "M.eq"
    def __ge__(self, other):
        return NotImplemented


class Other:
    def __gt__(self, other):
        return "Other.gt"
    def __eq__(self, other):
        return NotImplemented


class Truth:
    def __init__(self, value):
        self.value = value
    def __bool__(self):
        print("bool", self.value)
        if self.value is None:
            raise TypeError("no truth")
        return self.value
class T:
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        return Truth(self.value)


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as e:
        tb, lines = e.__traceback__, []
        while tb:
            lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        return "%s: %s %s" % (type(e).__name__, e, lines)


def eq(a, b): return a == b
def ne(a, b): return a != b
def lt(a, b): return a < b
def le(a, b): return a <= b
def gt(a, b): return a > b
def ge(a, b): return a >= b
def eq_if(a, b):
    if a == b: return "yes"
    return "no"
def ne_if(a, b):
    return "yes" if a != b else "no"
def lt_if(a, b):
    return "yes" if a < b else "no"
def le_if(a, b):
    return "yes" if not a <= b else "no"
def gt_if(a, b):
    return "yes" if a > b else "no"
def ge_while(a, b):
    while a >= b:
        return "yes"
    return "no"
def chain(a, b):
    return a < b <= a


values = N(1), N(2), M(1), Other(), 5
for f in eq, ne, lt, le, gt, ge, eq_if, ne_if, lt_if, le_if, gt_if, ge_while, chain:
    for a in values:
        print(f.__name__, [attempt(f, a, b) for b in values])
for value in True, False, None:
    print(attempt(lt, T(value), 1).__class__, attempt(lt_if, T(value), 1), attempt(chain, T(value), N(1)))
print(N(1) == N(1), N(1) in [N(2), N(1)], {N(1): "found"}[N(1)], sorted([N(3), N(1), N(2)])[0].n, min(N(3), N(2)).n)


class R:
    depth = 0
    def __eq__(self, other):
        R.depth += 1
        return self == other
    def __lt__(self, other):
        R.depth += 1
        if self < other:
            return True
for f in eq, eq_if, lt, lt_if:
    R.depth = 0
    try:
        f(R(), R())
    except RecursionError as e:
        print(f.__name__, R.depth, e)


class D:
    def __init__(self, name):
        self.name = name
    def __eq__(self, other):
        return D(self.name + other.name)
    def __bool__(self):
        print("bool", self.name)
        return True
    def __del__(self):
        print("del", self.name)
print("temporaries")
if D("a") == D("b"):
    print("then")
x = D("c") == D("d")
print("kept", x.name)
while D("e") == D("f"):
    break
print("end")
