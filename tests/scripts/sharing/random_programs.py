# Programs made of assignments, arithmetic and holders in an order that chance gave: no number changes
# behind another name. The generator is the script's own, so that the programs are the same everywhere.

NAMES = ["a", "b", "c", "d", "n", "m"]  # n is a cell, m a global
LISTS = ["items[0]", "items[1]", "items[-1]", "table['x']", "table[1]", "o.x", "o.y", "s.x", "pair[0]", "pair[1]"]
OPERATORS = ["+", "-", "*", "//", "%", "&", "|", "^", "<<", ">>", "/", "**"]
CONSTANTS = ["1", "3", "1000", "-7", "2.5", "0.5", "9223372036854775807", "4611686018427387904", "True", "100003"]


class Chance:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def choose(self, items):
        return items[self.below(len(items))]


class Holder:
    pass


class Slots:
    __slots__ = "x",


def place(chance):
    return chance.choose(NAMES + NAMES + LISTS[:8])


def value(chance, depth=0):
    kind = chance.below(10 if depth < 3 else 6)
    if kind < 4:
        return chance.choose(NAMES)
    if kind < 5:
        return chance.choose(LISTS)
    if kind < 6:
        return chance.choose(CONSTANTS)
    if kind < 9:
        operator = chance.choose(OPERATORS[:8])
        return "(%s %s %s)" % (value(chance, depth + 1), operator, value(chance, depth + 1))
    return chance.choose(["-%s", "abs(%s)", "same(%s)", "max(%s, 5)", "(%s if a else b)", "[%s][0]", "(%s, a)[0]",
                          "given(%s)", "keep(%s)", "o.method(%s)", "next(once(%s))"]) % value(chance, depth + 1)


def statement(chance, indent, depth=0):
    kind = chance.below(16 if depth < 2 else 10)
    if kind < 3:
        lines = ["%s = %s" % (place(chance), value(chance))]
    elif kind < 6:
        lines = ["%s %s= %s" % (place(chance), chance.choose(OPERATORS[:6]), value(chance, 2))]
    elif kind < 7:
        lines = ["%s = %s = %s" % (place(chance), place(chance), value(chance))]
    elif kind < 8:
        first, second = place(chance), place(chance)
        lines = ["%s, %s = %s, %s" % (first, "last" if second == first else second, value(chance, 2), value(chance, 2))]
    elif kind < 9:
        lines = ["kept.append(%s)" % value(chance)]
    elif kind < 10:
        lines = ["pair = %s, %s" % (value(chance, 2), value(chance, 2))]
    elif kind < 12:
        test = "%s %s %s" % (value(chance, 2), chance.choose(["<", ">", "==", "!=", "<=", ">="]), value(chance, 2))
        lines = ["if %s:" % test] + block(chance, depth) + ["else:"] + block(chance, depth)
    elif kind < 14:
        target = chance.choose(NAMES)
        source = chance.choose(["range(3)", "range(1000, 1003)", "[a, b, 1000]", "(c, d, 2.5)", "steps(a)", "table.values()",
                                "range(2**62, 2**62 + 2)"])
        lines = ["for %s in %s:" % (target, source)] + block(chance, depth)
    else:
        lines = ["try:"] + block(chance, depth) + ["    kept.append(%s // 0)" % value(chance, 2)] + [
            "except ZeroDivisionError:"] + block(chance, depth)
    return [" " * indent + line for line in lines]


def block(chance, depth):
    lines = []
    for _ in range(1 + chance.below(3)):
        lines += statement(chance, 4, depth + 1)
    return lines


def program(chance):
    lines = ["def program(a, b, c, d):", "    global m", "    n, m = a, b", "    items = [a, b, c]",
             "    table = {'x': a, 1: b}", "    o, s, pair, kept = Holder(), Slots(), (a, b), []",
             "    o.x, o.y, s.x = a, b, c", "    o.method = lambda number: number + n", "    same = lambda number: number",
             "    def given(number, default=a):", "        number += default", "        return number",
             "    def keep(number):", "        nonlocal n", "        kept.append(number)", "        n = number",
             "        return number", "    def once(number):", "        yield number", "    def steps(number):",
             "        for _ in range(3):", "            yield number", "            number += 1"]
    for _ in range(6 + chance.below(8)):
        lines += ["    try:"] + statement(chance, 8) + ["    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as error:",
                                                        "        kept.append(type(error).__name__)"]
        for name in NAMES:  # not too large
            lines.append("    if not -2**66 < %s < 2**66: %s = 1000" % (name, name))
    return "\n".join(lines + ["    return a, b, c, d, n, m, items, table, o.x, o.y, s.x, pair, kept"])


def summary(text):
    number = 0
    for character in text:
        number = (number * 31 + ord(character)) % 1000003
    return number


def main():
    failures = 0
    for seed in range(300):
        chance = Chance(seed * 1000 + 7)
        text = program(chance)
        space = {"Holder": Holder, "Slots": Slots}
        exec(text, space)
        answers = []
        for start in (1000, 2000, 3000.5, 7), (1000, 2000, 3000, 7), (2**62, -5, 2**63 - 1, 0), (1000, 2000, 3000.5, 7):
            try:
                answers.append(repr(space["program"](*start)))
            except (TypeError, ValueError, OverflowError, ZeroDivisionError) as error:
                answers.append("%s: %s" % (type(error).__name__, error))
        failures += answers[0] != answers[3]
        print(seed, [summary(answer) for answer in answers], answers[0][:70])
    print(failures, "differ from themselves")


main()
