# A first operand that waits while the second one is computed: guesses of either that fail in hot loops.
class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Loud(float):
    def __mul__(self, other):
        return ("mul", type(other).__name__)

    def __rmul__(self, other):
        return ("rmul", type(other).__name__)

    def __lt__(self, other):
        return False


def attributes(p, q):
    return p.x * q.x + p.y * q.y


def items(a, b, i):
    return a[i] * b[i + 1] - a[i + 1] * b[i]


def below(p, q):
    return "below" if p.x < q.x else "not below"


def sums(a, b, c, d):
    return a * b + c * d - a * d


def chain(p, q, i):
    return p.x + q.y[i] * i


def tried(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


values = [3, -2, 2**62, 2**70, 0.5, -0.0, float("inf"), float("nan"), True, "ab", None, [1], Loud(2.0)]
for first in (7, 1.5):
    for value in values:
        for wrong in ((value, first), (first, value), (value, value)):
            for _ in range(300):
                attributes(P(first, first), P(first, 2 * first))
                items([first, first], [first, first], 0)
                below(P(first, first), P(first, first))
                sums(first, first, first, first)
            a, b = wrong
            print(repr(value)[:24], tried(attributes, P(a, b), P(b, a)), tried(items, [a, b], [b, a], 0),
                  tried(below, P(a, b), P(b, a)), tried(sums, a, b, b, a))
for _ in range(500):
    chain(P(1, 2), P(1, [1, 2]), 1)
for i in (0, 1, 2, -1, 1.0, "x"):
    print(i, tried(chain, P(1000, 2), P(1, [1, 2**62]), i), tried(chain, P(1.5, 2), P(1, (2**62, 3)), i))
p = P(1, 2)
del p.y
print(tried(attributes, p, P(1, 2)), tried(attributes, P(1, 2), p))
print(tried(below, P(1, 2), P("a", 2)), tried(chain, None, P(1, [1]), 0))
