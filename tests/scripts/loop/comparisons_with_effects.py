# Chained comparisons and conditions whose operands have side effects: what is evaluated, how often, in
# which order, and what a result that is no bool does.
log = []


def see(name, value=None):
    log.append(name)
    return value


class Answer:
    def __init__(self, name, truth=True):
        self.name, self.truth = name, truth

    def __bool__(self):
        log.append("truth of " + self.name)
        if self.truth is None:
            raise ValueError("no truth in " + self.name)
        return self.truth

    def __repr__(self):
        return "<%s>" % self.name


class Operand:
    def __init__(self, name, answers):
        self.name, self.answers = name, answers

    def compare(self, other):
        name = "%s?%s" % (self.name, getattr(other, "name", other))
        log.append(name)
        answer = self.answers.pop(0) if self.answers else NotImplemented
        if isinstance(answer, Exception):
            raise answer
        return Answer(name, answer[0]) if isinstance(answer, tuple) else answer

    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = compare
    __hash__ = None

    def __contains__(self, other):
        answer = self.compare(other)
        return answer is not NotImplemented and answer

    def __repr__(self):
        return self.name


def value2(a, b, c): return see("a", a) < see("b", b) < see("c", c)
def value3(a, b, c): return see("a", a) < see("b", b) == see("c", c) > see("a2", a)
def mixed(a, b, c): return see("a", a) < see("b", b) in see("c", [1, 2]) is not see("d", c)


def jump2(a, b, c):
    if see("a", a) < see("b", b) < see("c", c):
        return "yes"
    return "no"


def jump3(a, b, c):
    if not see("a", a) <= see("b", b) != see("c", c):
        return "no"
    return "yes"


def loop(a, b, c):
    count = 0
    while see("a", a) < see("b", b) <= see("c", c):
        count += 1
        if count == 2:
            break
    return count


def logic(a, b, c):
    return see("1", a) < see("2", b) and see("3", b) < see("4", c) or see("5", c) > see("6", a)


def logic_jump(a, b, c):
    if (see("1", a) < see("2", b) or see("3", b) < see("4", c)) and not see("5", c) == see("6", a):
        return "yes"
    return "no"


def ternary(a, b, c):
    return ("x" if see("1", a) < see("2", b) else "y") + ("x" if not see("3", b) < see("4", c) else "y")


def member(a, b, c):
    return see("a", a) in see("b", b), see("b", a) not in see("c", c)


def member_jump(a, b, c):
    if see("a", a) in see("b", b):
        return "in"
    if see("a", a) not in see("c", c):
        return "not in"
    return "else"


def filtered(a, b, c):
    return [x for x in (a, b, c) if see("x", x) < see("b", b) <= see("c", c)]


ROWS = [
    lambda: (1, 2, 3), lambda: (3, 2, 1), lambda: (1, 1, 1), lambda: (1.0, 2, 3.5), lambda: (2**63, 2**64, 2**65),
    lambda: ("a", "b", "c"), lambda: (1, "b", 2), lambda: ([1], [1, 2], [2]), lambda: (float("nan"),) * 3,
    lambda: (Operand("A", [True, False]), Operand("B", [True]), Operand("C", [True])),
    lambda: (Operand("A", [False] * 9), Operand("B", [True] * 9), Operand("C", [True] * 9)),
    lambda: (Operand("A", [(True,)] * 9), Operand("B", [(False,)] * 9), Operand("C", [(True,)] * 9)),
    lambda: (Operand("A", [(None,)] * 9), Operand("B", [(True,)] * 9), 5),
    lambda: (Operand("A", [(True,)] * 9), Operand("B", [(None,)] * 9), 5),
    lambda: (Operand("A", [ArithmeticError("A fails")]), Operand("B", [True]), 5),
    lambda: (1, Operand("B", [(True,), ArithmeticError("B fails")]), 5),
    lambda: (1, 2, Operand("C", [(False,)] * 9)), lambda: (Operand("A", []), Operand("B", []), Operand("C", [])),
    lambda: (Operand("A", [5, 0, "", [], [1]] * 3), Operand("B", ["x", None, 0.0] * 3), Operand("C", [1] * 9)),
]
for function in (value2, value3, mixed, jump2, jump3, loop, logic, logic_jump, ternary, member, member_jump, filtered):
    for row in ROWS:
        for _ in range(3):
            function(1, 2, 3) if function not in (member, member_jump) else None
            del log[:]
            try:
                text = repr(function(*row()))
            except Exception as error:
                text = "%s: %s" % (type(error).__name__, error)
        print(function.__name__, text, "|", " ".join(log))
