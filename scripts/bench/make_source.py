#!/usr/bin/python3.11
"""make_source.py N [SEED]: write a valid, varied program of about N lines to standard output.

The same N and SEED give the same text. It is meant for timing compile(); it also runs without an
error, but what it computes means nothing.
"""

import random
import sys

NAMES = ["count", "total", "index", "value", "width", "height", "left", "right", "name", "state",
         "items", "result", "offset", "limit", "score", "weight"]
VERBS = ["make", "find", "update", "check", "merge", "split", "scan", "build", "reduce", "apply"]
NOUNS = ["node", "table", "record", "vector", "queue", "buffer", "tree", "graph", "token", "cell"]
WORDS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.serial = 0
        self.functions = []
        self.known = []         # integer variables that can be read at this point

    def out(self, depth, text):
        self.lines.append("    " * depth + text if text else "")

    def pick(self, choices):
        return self.random.choice(choices)

    def number(self):
        return str(self.pick([0, 1, 2, 3, 7, 10, 42, 255, 1000, self.random.randrange(100000)]))

    def variable(self):
        return self.pick(self.known) if self.known else self.number()

    def expression(self, depth=3):
        """An integer expression that cannot fail."""
        if depth <= 0 or self.random.random() < 0.15:
            return self.variable() if self.random.random() < 0.7 else self.number()
        left, right = self.expression(depth - 1), self.expression(depth - 2)
        kind = self.random.randrange(14)
        if kind < 5:
            return "%s %s %s" % (left, self.pick(["+", "-"]), right)
        if kind == 5:
            return "(%s) * %s" % (left, self.pick(["2", "3", "5"]))
        if kind == 6:
            return "(%s) %s %s" % (left, self.pick(["//", "%"]), self.random.randrange(1, 1000))
        if kind == 7:
            return "(%s if %s else %s)" % (left, self.condition(1), right)
        if kind == 8:
            return "(%s) %s (%s)" % (left, self.pick(["&", "|", "^"]), right)
        if kind == 9:
            return "%s(%s, %s)" % (self.pick(["max", "min"]), left, right)
        if kind == 10:
            return "abs(%s)" % left
        if kind == 11:
            return "len(%s)" % self.text(1)
        if kind == 12:
            return "[%s, %s, %s][%s]" % (left, right, self.number(), self.pick(["0", "1", "-1"]))
        return "(lambda x, y=%s: x - y)(%s)" % (self.number(), left)

    def condition(self, depth=2):
        comparison = "%s %s %s" % (self.expression(1), self.pick(["<", ">", "<=", ">=", "==",
                                                                 "!="]), self.expression(1))
        if depth > 0 and self.random.random() < 0.35:
            return "%s %s %s" % (comparison, self.pick(["and", "or"]), self.condition(depth - 1))
        if self.random.random() < 0.1:
            return "not (%s)" % comparison
        return comparison

    def text(self, depth=2):
        kind = self.random.randrange(6)
        word = self.pick(WORDS)
        if kind == 0:
            return repr(word)
        if kind == 1:
            return 'f"%s {%s} and {%s:>%d}"' % (word, self.variable(), self.variable(),
                                                 self.random.randrange(2, 12))
        if kind == 2:
            return "str(%s)" % self.variable()
        if kind == 3:
            return '"%s %%d" %% (%s,)' % (word, self.variable())
        if kind == 4 and depth:
            return "%s + %s" % (self.text(depth - 1), self.text(0))
        return '"%s".%s()' % (word, self.pick(["upper", "title", "strip", "capitalize"]))

    def comprehension(self):
        kind = self.random.randrange(5)
        limit = self.random.randrange(2, 9)
        if kind == 0:
            return "sum([x * %s for x in range(%d)])" % (self.variable(), limit)
        if kind == 1:
            return "len({x %% 3 for x in range(%d) if x != %s})" % (limit, self.variable())
        if kind == 2:
            return "len({x: y for x in range(%d) for y in (1, 2, %s)})" % (limit, self.number())
        if kind == 3:
            return "max((x - %s for x in range(%d)), default=0)" % (self.variable(), limit)
        return "len([(x, y) for x, y in zip(range(%d), %r) if x or y])" % (limit, self.pick(WORDS))

    def assign(self, depth):
        name = self.pick(NAMES)
        kind = self.random.randrange(12)
        if kind < 6:
            self.out(depth, "%s = %s" % (name, self.expression()))
        elif kind == 6 and self.known:
            self.out(depth, "%s %s %s" % (self.variable(), self.pick(["+=", "-=", "^=", "|="]),
                                          self.expression(1)))
            return
        elif kind == 7:
            other = self.pick([n for n in NAMES if n != name])
            self.out(depth, "%s, %s = %s, %s" % (name, other, self.expression(2),
                                                 self.expression(1)))
            self.known.append(other)
        elif kind == 8:
            self.out(depth, "%s, *_ = %s, %s, %s" % (name, self.expression(1), self.number(),
                                                     self.number()))
        elif kind == 9:
            self.out(depth, "%s = len(%s)" % (name, self.text()))
        elif kind == 10 and self.functions:
            function, parameters = self.pick(self.functions)
            arguments = [self.expression(1) for _ in range(parameters)]
            self.out(depth, "%s = %s(%s)" % (name, function, ", ".join(arguments)))
        else:
            self.out(depth, "%s = %s" % (name, self.comprehension()))
        if name not in self.known:
            self.known.append(name)

    def inner(self, depth, room, returns):
        """A nested block: what it assigns is not relied upon afterwards."""
        saved = self.known[:]
        self.block(depth, room, returns)
        self.known = saved

    def block(self, depth, room, returns=False):
        """At least one statement and about `room` lines."""
        end = len(self.lines) + room
        while True:
            self.statement(depth, max(1, end - len(self.lines)), returns)
            if len(self.lines) >= end:
                return

    def statement(self, depth, room, returns):
        kind = self.random.randrange(16) if room > 3 and depth < 6 else 0
        part = max(1, min(room // 2, 6))
        if kind < 8:
            self.assign(depth)
        elif kind < 10:
            self.out(depth, "if %s:" % self.condition())
            self.inner(depth + 1, part, returns)
            if self.random.random() < 0.3:
                self.out(depth, "elif %s:" % self.condition())
                self.inner(depth + 1, 2, returns)
            if self.random.random() < 0.5:
                self.out(depth, "else:")
                self.inner(depth + 1, 2, returns)
        elif kind == 10:
            name = "i%d" % depth
            self.out(depth, "for %s in range(%d):" % (name, self.random.randrange(2, 4)))
            saved = self.known[:]
            self.known.append(name)
            self.block(depth + 1, part, returns)
            self.known = saved
            if self.random.random() < 0.2:
                self.out(depth + 1, "if %s:" % self.condition(0))
                self.out(depth + 2, self.pick(["break", "continue"]))
        elif kind == 11:
            self.serial += 1
            name = "n%d" % self.serial
            self.out(depth, "%s = %d" % (name, self.random.randrange(1, 4)))
            self.out(depth, "while %s > 0:" % name)
            self.out(depth + 1, "%s -= 1" % name)
            self.inner(depth + 1, part, returns)
        elif kind == 12:
            self.out(depth, "try:")
            self.inner(depth + 1, part, returns)
            if self.random.random() < 0.3:
                self.out(depth + 1, "raise ValueError(%s)" % self.text())
            self.out(depth, "except (ValueError, KeyError) as error:")
            self.out(depth + 1, "print_nothing(error, %s)" % self.text())
            if self.random.random() < 0.4:
                self.out(depth, "finally:")
                self.out(depth + 1, "print_nothing(%s)" % self.expression(1))
        elif kind == 13:
            self.out(depth, "assert isinstance(%s, int), %s" % (self.variable(), self.text()))
            self.out(depth, "print_nothing(%s, key=%s)" % (self.text(), self.expression(1)))
        elif kind == 14:
            self.out(depth, "table = {%r: %s, %r: [%s, %s], **{%s: None}}" % (
                self.pick(WORDS), self.expression(1), self.pick(WORDS), self.number(),
                self.expression(1), self.number()))
            self.out(depth, "print_nothing(table, *table.values(), size=len(table))")
        elif returns and depth > 1:
            self.out(depth, "return %s" % self.expression(2))
        else:
            self.out(depth, "# %s the %s" % (self.pick(VERBS), self.pick(NOUNS)))
            self.assign(depth)

    def function(self, depth, room, in_class):
        self.serial += 1
        name = "%s_%s_%d" % (self.pick(VERBS), self.pick(NOUNS), self.serial)
        parameters = self.random.sample(NAMES, self.random.randrange(1, 4))
        signature = parameters[:]
        if self.random.random() < 0.3:
            signature[-1] += "=%s" % self.number()
        if self.random.random() < 0.15:
            signature.append("*rest")
        if self.random.random() < 0.15:
            signature.append("**options")
        if in_class:
            signature.insert(0, "self")
        elif self.random.random() < 0.2:
            signature[0] = parameters[0] + ": int" + signature[0][len(parameters[0]):].replace(
                "=", " = ")
        self.out(depth, "def %s(%s):" % (name, ", ".join(signature)))
        self.out(depth + 1, '"""%s the %s."""' % (self.pick(VERBS).capitalize(), self.pick(NOUNS)))
        saved, self.known = self.known, parameters[:]
        if self.random.random() < 0.15:
            outer = parameters[0]
            self.out(depth + 1, "def inner(step):")
            self.out(depth + 2, "nonlocal %s" % outer)
            self.out(depth + 2, "%s += step" % outer)
            self.out(depth + 2, "return %s" % outer)
            self.out(depth + 1, "inner(%s)" % self.number())
        self.block(depth + 1, room, True)
        if self.random.random() < 0.1 and in_class:
            self.out(depth + 1, "yield from (%s, %s)" % (self.variable(), self.variable()))
        self.out(depth + 1, "return %s" % self.expression())
        self.known = saved
        if not in_class:
            self.functions.append((name, len(parameters)))
            del self.functions[:-8]

    def make_class(self):
        self.serial += 1
        name = "%s%d" % (self.pick(NOUNS).capitalize(), self.serial)
        base = self.pick(["", "", "(Base)"])
        fields = self.random.sample(NAMES, 3)
        self.out(0, "class %s%s:" % (name, base))
        self.out(1, "%s = %s" % (fields[0], self.number()))
        self.out(0, "")
        self.out(1, "def __init__(self, %s, %s=%s):" % (fields[1], fields[2], self.number()))
        if base:
            self.out(2, "super().__init__()")
        self.out(2, "self.%s = %s" % (fields[1], fields[1]))
        self.out(2, "self.%s = %s" % (fields[2], fields[2]))
        self.out(0, "")
        if self.random.random() < 0.5:
            self.out(1, "@property")
            self.out(1, "def area(self):")
            self.out(2, "return self.%s * self.%s" % (fields[1], fields[2]))
            self.out(0, "")
        for _ in range(self.random.randrange(1, 4)):
            self.function(1, self.random.randrange(3, 12), True)
            self.out(0, "")
        self.out(0, "")

    def program(self, line_count):
        self.out(0, '"""A program made by make_source.py."""')
        self.out(0, "")
        self.out(0, "")
        self.out(0, "def print_nothing(*values, **options):")
        self.out(1, "return None")
        self.out(0, "")
        self.out(0, "")
        self.out(0, "class Base:")
        self.out(1, "pass")
        self.out(0, "")
        self.out(0, "")
        while len(self.lines) < line_count:
            kind = self.random.random()
            if kind < 0.3:
                self.make_class()
            elif kind < 0.85:
                self.function(0, self.random.randrange(4, 24), False)
                self.out(0, "")
                self.out(0, "")
            else:
                self.known = []
                self.block(0, self.random.randrange(2, 9))
                self.out(0, "")
                self.out(0, "")
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return "\n".join(self.lines) + "\n"


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: make_source.py N [SEED]")
    seed = int(sys.argv[2]) if len(sys.argv) == 3 else 1
    sys.stdout.write(Writer(seed).program(int(sys.argv[1])))


if __name__ == "__main__":
    main()
