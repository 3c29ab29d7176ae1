# A number does not change behind another name: every operator with every kind of holder.
# Each program below, with an operator in place of every @, keeps a number somewhere, computes with the name that it came from, and tells
# what is kept. It runs four times, so that it is specialised and dead registers hold old numbers.
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"]
UNARY = ["-", "+", "~"]
VALUES = [(1000, 3), (1000.5, 2.25), (2**62 - 1, 2), (True, 2), (2**70, 3), (-5000, 1.5)]

HOLDERS = {
    "two names": """
        b = a
        a = a @ c
        return a, b""",
    "chained assignment": """
        x = y = z = a
        x @= c
        z = y @ c
        return x, y, z""",
    "augmented": """
        b = a
        a @= c
        d = a
        a @= c
        return a, b, d""",
    "right operand": """
        b = c
        c = a @ c
        return b, c""",
    "itself": """
        b = a
        a = a @ 1
        a = (a @ 1)
        return a, b""",
    "in a loop": """
        kept = []
        for _ in range(3):
            kept.append(a)
            a @= c
        return kept, a""",
    "in a while loop": """
        kept, n = [], 0
        while n < 3:
            old = a
            a = a @ c
            kept += [old, a]
            n += 1
        return kept""",
    "list item": """
        items = [a, a, c]
        items[0] @= c
        x = items[1]
        x @= c
        y = items[1] @ c
        return items, x, y""",
    "list display of results": """
        items = [a @ c, a @ 1, c, a @ c]
        items[0] @= 1
        return items""",
    "tuple": """
        pair = a, c
        a @= c
        x, y = pair
        x @= c
        return pair, a, x, y""",
    "swapped": """
        x, y = a, c
        x, y = y, x
        x @= 1
        x, y = y, x
        x @= 1
        return x, y, a, c""",
    "unpacked": """
        x, *y, z = a, c, a, c
        x @= 1
        y[0] @= 1
        z @= 1
        return x, y, z, a, c""",
    "dict value": """
        d = {1: a, 2: a}
        d[1] @= c
        x = d[2]
        x @= c
        return d, x""",
    "dict key and set": """
        d, s = {a: 1}, {a}
        b = a
        a @= c
        return d, s, b in d, b in s, a""",
    "attribute": """
        o, p = Holder(), Holder()
        o.x = p.x = a
        o.x @= c
        y = p.x
        y @= c
        p.y = y @ 1
        return o.x, p.x, y, p.y, a""",
    "slot": """
        o, p = Slots(), Slots()
        o.x = p.x = a
        o.x @= c
        y = p.x
        y @= c
        return o.x, p.x, y, a""",
    "class attribute": """
        Holder.z = a
        o = Holder()
        o.z @= c
        x = Holder.z
        x @= c
        return o.z, Holder.z, x""",
    "global": """
        global g
        g = a
        b = g
        g @= c
        d = g
        g = g @ 1
        return a, b, g, d""",
    "globals()": """
        space = globals()
        space["g"] = a
        b = g
        space["g"] @= c
        return a, b, g""",
    "cell": """
        def get():
            return a
        before = get()
        a @= c
        after = get()
        a @= c
        return before, after, a, get()""",
    "nonlocal": """
        def change():
            nonlocal a
            old = a
            a @= c
            return old
        b = a
        return change(), b, a, change(), a""",
    "default argument": """
        def f(x=a, *, y=a):
            x @= c
            y @= c
            return x, y
        return f(), f(), f.__defaults__, f.__kwdefaults__, a""",
    "argument": """
        def f(x, y):
            x @= y
            y @= 1
            return x, y
        return f(a, c), f(a, c), a, c""",
    "arguments in a tuple and a dict": """
        def f(*x, **y):
            p, q = x[0], y["k"]
            p @= c
            q @= c
            return x, y, p, q
        return f(a, k=a), a""",
    "argument of a result": """
        def f(x):
            y = x
            x @= c
            return x, y
        return f(a @ c), f(a), f(a @ 1)""",
    "returned": """
        def f():
            x = a @ c
            Holder.last = x
            return x
        x = f()
        x @= 1
        return x, Holder.last""",
    "constant": """
        x = 100000
        y = x
        x @= 3
        z = 100000
        z @= 3
        return x, y, z, 100000""",
    "float constant": """
        x = 1.5
        y = x
        x += a
        x *= 2.5
        return x, y, 1.5, x @ c if type(x) is type(c) is int else x""",
    "generator": """
        def g():
            x = a
            for _ in range(3):
                yield x
                x @= c
        return list(g()), list(zip(g(), g()))""",
    "sent to a generator": """
        def g():
            got = yield
            while True:
                old = got
                got @= c
                got = yield old, got
        run = g()
        next(run)
        return run.send(a), run.send(a @ c), run.send(c), a""",
    "yield from": """
        def inner():
            x = a
            yield x
            x @= c
            yield x
            return x
        def outer():
            x = yield from inner()
            y = x
            x @= 1
            yield x, y
        return list(outer())""",
    "comprehensions": """
        return [x @ c for x in [a, a, c]], {x: x @ c for x in [a]}, [y for x in [a] for y in (x, x @ c)]""",
    "walrus": """
        found = [(x := a), (x := x @ c), x, (x := x @ 1), x]
        return found, x""",
    "conditional": """
        b = a if c else 0
        a @= c
        d = b or 0
        b @= c
        e = b and a
        return a, b, d, e""",
    "loop variable": """
        items = [a, c, a]
        for x in items:
            x @= c
        return items, x""",
    "pairs in a loop": """
        items = [(a, c), (c, a)]
        for x, y in items:
            x @= 1
            y @= 1
        return items, x, y""",
    "iterators": """
        items = iter([a, a])
        x = next(items)
        x @= c
        y = next(items)
        return x, y, a, max(a, c), sum([a, c]), sorted([c, a])""",
    "exception": """
        try:
            raise ValueError(a, a @ c)
        except ValueError as error:
            x, y = error.args
            x @= c
            y @= 1
            return error.args, x, y""",
    "comparison between": """
        b = a @ c
        less = a @ c == b != a @ 1
        d = b
        b @= 1
        return less, b, d, a @ c == d""",
    "text between": """
        b = a
        text = f"{a @ c} {b} {a}"
        a @= c
        return text, f"{a} {b}", "%s" % (a,)""",
    "method": """
        o = Counter(a)
        first = o.add(c)
        second = o.add(c)
        return first, second, o.total, o.start, a""",
    "deep temporaries": """
        x = ((a @ c) @ 1, (a @ c) @ 1, [(a @ 1), {0: a @ 1}], a @ c)
        y = x[0]
        y @= 1
        return x, y""",
    "locals()": """
        kept = locals()
        a @= c
        return kept["a"], locals()["a"], kept["c"]""",
    "exec": """
        space = {"a": a, "c": c}
        exec("b = a\\na = a @ c\\nd = a\\na @= c", space)
        return space["a"], space["b"], space["d"], a""",
    "class body": """
        class Body:
            x = a
            y = x
            x @= c
            z = x
            x = x @ 1
        return Body.x, Body.y, Body.z, a""",
    "deleted": """
        b = a
        del a
        a = b @ c
        del b
        b = a @ 1
        return a, b""",
    "finally": """
        def f():
            x = a
            try:
                return x
            finally:
                x @= c
                Holder.last = x
        return f(), Holder.last, a""",
}


class Holder:
    pass


class Slots:
    __slots__ = "x",


class Counter:
    def __init__(self, start):
        self.start = self.total = start


def make(name, operator):
    body = HOLDERS[name].replace("@", operator)
    space = globals()
    exec("def program(a, c):" + body, space)
    return space.pop("program")


def make_add(operator):
    space = {}
    exec("def add(self, number):\n    old = self.total\n    self.total %s= number\n    return old" % operator, space)
    return space["add"]


def run(program, a, c):
    try:
        return str(program(a, c))
    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as error:
        return "%s: %s" % (type(error).__name__, error)


for name in HOLDERS:
    print(name)
    for operator in OPERATORS:
        Counter.add = make_add(operator)
        program = make(name, operator)
        for a, c in VALUES:
            before = repr((a, c))
            answers = [run(program, a, c) for _ in range(4)]
            text = answers[0] if len(set(answers)) == 1 else "DIFFERENT " + repr(answers)
            print("  ", operator, a, c, text if len(text) < 90 else "%s... %d" % (text[:90], len(text)))
            if repr((a, c)) != before:
                print("    the operands changed")

print("unary")
for operator in UNARY:
    for start in 1000, -1000, 1000.5, 2**63 - 1, -2**63, 2**63, True, 0, -0.0:
        exec("def program(a):\n    kept = [a]\n    b = a\n    for _ in range(3):\n        a = @a\n        kept.append(a)\n"
             "        c = @(@a)\n        kept.append(c)\n        c += 1\n        a = @a\n    return kept, b, c"
             .replace("@", operator))
        answers = [run(lambda a, c: program(a), start, 0) for _ in range(4)]
        print("  ", operator, start, answers[0] if len(set(answers)) == 1 else answers)
