#!/usr/bin/python3.11
"""Random programs: what Adder prints for them must be what CPython 3.11 prints.

    fuzz.py --adder build/adder --seed 1 --count 10000
    fuzz.py --adder build/adder --reduce build/fuzz/1234.py

Program n of a run is made from seed + n alone. Programs always end: loops are over finite things or
count down, recursion is bounded. Many programs run in one process, each a string given to exec();
where outputs differ, the program runs again alone, in its own process, and that decides.
"""
import argparse
import concurrent.futures
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile

ORACLE = "/usr/bin/python3.11"
BATCH = 100
SECONDS_ALONE = 10

PRELUDE = '''\
def show(*values):
    for v in values:
        try:
            r = repr(v)
        except Exception as e:
            r = '<repr: ' + type(e).__name__ + '>'
        if ' at 0x' in r:
            r = '<' + type(v).__name__ + '>'
        print(r if len(r) < 300 else r[:300] + '...%d' % len(r), end=' ')
    print()
def err(e):
    t = str(e)
    print('!', type(e).__name__, '' if ' at 0x' in t else t[:200])
steps = [0]
def tick():
    steps[0] += 1
    if steps[0] > 400:
        raise OverflowError('too many steps')
class Base:
    kind = 'base'
    def __init__(self, v=0):
        self.v = v
    def __repr__(self):
        return type(self).__name__ + '(' + repr(self.v) + ')'
    def __eq__(self, o):
        return isinstance(o, Base) and self.v == o.v
    def __hash__(self):
        return 7
    def get(self, *a):
        return (self.v, a)
class Manager:
    def __init__(self, name, swallow):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name
    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__)
        return self.swallow
'''


class Maker:
    """Writes one program. Expressions are text; statements go to self.lines."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.indent = 0
        self.names = ["a", "b", "c", "d"]
        self.functions = []          # (name, count of required arguments)
        self.generators = []
        self.classes = ["Base"]
        self.serial = 0
        self.in_function = 0
        self.in_loop = 0
        self.in_generator = False
        self.in_class = False

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, p):
        return self.random.random() < p

    def emit(self, text):
        self.lines.append("    " * self.indent + text)

    def fresh(self, prefix):
        self.serial += 1
        return "%s%d" % (prefix, self.serial)

    # ---- expressions

    def atom(self):
        r = self.random
        kind = r.randrange(17)
        if kind < 5:
            return r.choice(self.names)
        if kind < 8:
            return str(r.choice([0, 1, 2, 3, 5, 7, 10, -1, -3, 100, 255, 256, 257, 1 << 62,
                                 (1 << 63) - 1, 1 << 64, -(1 << 63), 10 ** 25]))
        if kind < 9:
            return r.choice(["0.0", "1.5", "-2.25", "1e10", "0.1", "1e300", "3.0", "-0.0", "1e-7"])
        if kind < 12:
            return repr(r.choice(["", "a", "abc", "hello", "x y z", "é", "中文", "a\nb", "12", "😀k",
                                  "{}", "%s", "ABC"]))
        if kind < 13:
            return r.choice(["True", "False", "None", "...", "()", "[]", "{}", "b'ab'"])
        if kind < 14:
            return "[%s]" % ", ".join(self.small() for _ in range(r.randrange(4)))
        if kind < 15:
            return "{%s}" % ", ".join("%s: %s" % (self.key(), self.small())
                                      for _ in range(r.randrange(4)))
        if kind < 16:
            keys = [self.key() for _ in range(1 + r.randrange(4))]
            # The order of a constant set follows from which strs CPython happens to have interned.
            return ("{*[%s]}" if any("'" in key for key in keys) else "{%s}") % ", ".join(keys)
        return "(%s,)" % ", ".join(self.small() for _ in range(1 + r.randrange(3)))

    def small(self):
        return str(self.random.randrange(-3, 12)) if self.chance(0.6) else self.atom_simple()

    def atom_simple(self):
        return self.pick("'a'", "'b'", "1.5", "None", "True", "'xyz'", "10**20", *self.names)

    def key(self):
        return self.pick("1", "2", "3", "'a'", "'b'", "'key'", "(1, 2)", "2.5", "True", "'é'")

    def index(self):
        return self.pick("0", "1", "-1", "2", "'a'", "'b'", "1:", ":2", "::-1", "1:3", "::2", "-2:",
                         "5", ":-1", "3:0:-1", self.pick(*self.names))

    TYPED = {
        "int": ["<int> + <int>", "<int> - <int>", "<int> * <int>", "<int> // (<int> or 1)",
                "<int> % (<int> or 7)", "<int> ** 2", "-<int>", "~<int>", "<int> & <int>", "<int> | <int>",
                "<int> ^ <int>", "<int> >> 3", "<int> << 5", "abs(<int>)", "len(<str>)", "len(<list>)",
                "sum(<ints>)", "min(<int>, <int>)", "max(<ints>, default=0)", "int(<float>)",
                "<str>.count('a')", "<str>.find(<str>)", "(<int> if <bool> else <int>)", "<list>.count(<int>)",
                "<dict>.get(<int>, 0)", "len(<dict>)", "hash(<int>) % 1000", "ord(<str>[:1] or 'q')",
                "divmod(<int>, 7)[1]", "(<int>).bit_length()", "round(<float>)", "pow(<int>, 3, 1009)",
                "len(set(<list>))", "(lambda x, y=2: x - y)(<int>)", "int(str(<int>))", "<ints>[0]"],
        "float": ["<int> / 8", "<float> + <int>", "<float> * 0.5", "float(<int> % 1000)", "-<float>",
                  "round(<float>, 2)", "<float> - <float>", "abs(<float>)", "<float> % 3.5", "<float> // 2"],
        "str": ["<str> + <str>", "<str>[1:]", "<str>[::-1]", "<str>.upper()", "str(<int>)", "<str> * 2",
                "f'{<int>}'", "f'{<int>:>6}'", "f'{<float>:.3f}'", "repr(<list>)", "<str>.replace('a', <str>)",
                "'-'.join(<strs>)", "'%s|%r' % (<int>, <str>)", "'{},{:x}'.format(<str>, <int>)",
                "<str>.center(9, '*')", "<str>.title()", "<str>.strip('ab')", "str(<dict>)", "<str>.zfill(5)",
                "(<str> or <str>)", "type(<any>).__name__", "chr(97 + <int> % 26)", "<strs>[-1]", "hex(<int>)",
                "<str>.partition('b')[2]", "ascii(<str>)", "''.join(sorted(<str>))", "format(<int>, ',')"],
        "bool": ["<int> < <int>", "<int> == <int>", "<str> in <str>", "<int> in <list>", "not <bool>",
                 "<bool> and <bool>", "<bool> or <bool>", "<str> <= <str>", "<int> <= <int> < <int>",
                 "any(<ints>)", "all(<list>)", "isinstance(<any>, int)", "<str>.isalpha()", "<list> == <list>",
                 "<str>.startswith(<str>)", "<list> < <ints>", "bool(<dict>)", "<ints> != <ints>"],
        "ints": ["list(range(<int> % 6))", "[<int>, <int>]", "sorted(<ints>)", "[x + <int> for x in <ints>]",
                 "<ints> + <ints>", "[i * i for i in range(4) if i != <int>]", "list(map(len, <strs>))",
                 "[*<ints>, <int>]", "<ints>[::-1]", "[x for x in <ints> if x > 1]", "list(<dict>)",
                 "sorted(<ints>, key=lambda x: -x)", "[ord(c) for c in <str>]", "sorted(set(<ints>))"],
        "list": ["<ints>", "[<any>, <any>]", "list(<str>)", "[(x, <int>) for x in <strs>]", "list(<dict>.items())",
                 "<list> + <ints>", "<list>[1:]", "list(zip(<ints>, <str>))", "list(enumerate(<strs>))",
                 "list(reversed(<list>))", "[y for x in <ints> for y in range(x % 3)]", "sorted(<strs>)",
                 "list(<dict>.values())", "[<any> for _ in range(2)]", "<list> * 2", "[*<str>, *<ints>]"],
        "strs": ["<str>.split('b')", "[<str>, <str>]", "[str(x) for x in <ints>]", "<str>.split() + ['e']",
                 "sorted([<str>, 'm'])", "[c * 2 for c in 'pq']", "[f'{i}{i:03}' for i in range(3)]"],
        "dict": ["{1: <int>, <int>: 2}", "{x: <int> for x in <ints>}", "{**<dict>, 5: <int>}",
                 "<dict> | {3: <int>}", "dict.fromkeys(<ints>, <int>)", "dict(enumerate(<ints>))"],
        "any": ["<int>", "<str>", "<float>", "<list>", "<bool>", "None", "(<int>, <str>)", "<dict>",
                "frozenset(<ints>)", "(<any>,)", "Base(<int>)", "set(<str>)"],
    }
    LEAVES = {
        "int": ["num", "0", "1", "2", "3", "7", "-1", "100", "255", "256", "(1 << 62)", "(1 << 63)", "10**25", "-5"],
        "float": ["1.5", "0.1", "-2.25", "1e10", "3.0"],
        "str": ["txt", "txt", "''", "'a'", "'abc'", "'hello'", "'é'", "'中b'", "'a b'"],
        "bool": ["True", "False", "num", "txt"],
        "ints": ["seq", "seq", "[1, 2, 3]", "[5]"],
        "list": ["seq", "[1, 'a']", "[]"],
        "strs": ["['x', 'yy']", "['a', 'b', 'c']"],
        "dict": ["tab", "tab", "{1: 2}", "{}"],
        "any": ["num", "txt", "seq", "tab", "None"],
    }

    def typed(self, kind, depth):
        """An expression of one type, so that most of them succeed."""
        if depth <= 0:
            return self.pick(*self.LEAVES[kind])
        form = self.pick(*self.TYPED[kind])
        if form.startswith("f'"):                                # no quotes within an f-string
            return re.sub(r"<(\w+)>", lambda m: {"int": "num", "float": "1.25"}[m[1]], form)
        return "(%s)" % re.sub(r"<(\w+)>", lambda m: self.typed(m[1], depth - 1), form)

    def assign_typed(self):
        depth = self.random.randrange(1, 4)
        kind = self.pick("int", "int", "str", "ints", "dict")
        return {"int": "num = %s %% 10**40", "str": "txt = %s[:60]", "ints": "seq = %s[:12] or [0]",
                "dict": "tab = dict(list(%s.items())[:8])"}[kind] % self.typed(kind, depth)

    def change_typed(self):
        return self.pick("num += %s" % self.typed("int", 1), "num -= len(txt)", "txt += 'z'; txt = txt[-50:]",
                         "seq.append(%s %% 1000); del seq[:-9]" % self.typed("int", 1), "seq[0] = num",
                         "seq.sort()", "seq.insert(1, 4); seq.pop()", "tab[num % 9] = num", "tab.pop(1, None)",
                         "num, txt = num + 1, txt[::-1]", "seq[1:2] = [7, 8]; del seq[9:]", "num ^= 5",
                         "first, *rest = seq; show(first, rest)", "tab.setdefault(3, num)", "num //= 3",
                         "seq += [1]; del seq[9:]", "num *= 3; num %= 10**30", "tab |= {2: num}",
                         "seq[::2] = seq[::2][::-1]", "(num := num + 2)")

    def expr(self, depth=3):
        r = self.random
        if depth >= 2 and self.chance(0.6):
            return self.typed(self.pick("int", "int", "str", "bool", "ints", "list", "dict", "any", "float"), depth)
        if depth <= 0:
            return self.atom()
        sub = lambda: self.expr(depth - 1)
        kind = r.randrange(34)
        if kind < 4:
            return self.atom()
        if kind < 9:
            op = self.pick("+", "-", "*", "//", "%", "/", "&", "|", "^", "+", "-", "==")
            return "(%s %s %s)" % (sub(), op, sub())
        if kind < 10:
            return "(%s %s %d)" % (sub(), self.pick("<<", ">>", "**"), r.randrange(8))
        if kind < 12:
            ops = ["<", "<=", ">", ">=", "==", "!=", "in", "not in", "is", "is not"]
            if self.chance(0.3):
                return "(%s %s %s %s %s)" % (sub(), r.choice(ops[:6]), sub(), r.choice(ops[:6]), sub())
            op = r.choice(ops)
            if op.startswith("is"):
                return "(%s %s None)" % (sub(), op)
            return "(%s %s %s)" % (sub(), op, sub())
        if kind < 14:
            return "(%s %s %s)" % (sub(), self.pick("and", "or"), sub())
        if kind < 15:
            return "(%s%s)" % (self.pick("-", "not ", "~", "+"), sub())
        if kind < 17:
            return "(%s)[%s]" % (sub(), self.index())
        if kind < 18:
            return "(%s if %s else %s)" % (sub(), sub(), sub())
        if kind < 22:
            return self.call(depth)
        if kind < 25:
            return self.method(depth)
        if kind < 27:
            return self.comprehension(depth)
        if kind < 28:
            return self.fstring(depth)
        if kind < 29:
            return "[*%s, %s]" % (self.iterable(depth - 1), sub())
        if kind < 30 and not self.in_class:
            name = r.choice(self.names)
            return "(%s := %s)" % (name, sub()) if not self.in_comprehension else sub()
        if kind < 31:
            return "(lambda x, y=%s: %s)(%s)" % (self.small(), self.pick("(x, y)", "x", "[y, x]", "x == y"),
                                                 sub())
        if kind < 32:
            return "%s(%s)" % (r.choice(self.classes), sub())
        if kind < 33:
            return "{**{%s: %s}, %s: %s}" % (self.key(), sub(), self.key(), sub())
        return "(%s).%s" % (sub(), self.pick("v", "kind", "real", "nope", "prop", "__class__.__name__"))

    in_comprehension = 0

    def iterable(self, depth):
        return self.pick("range(%d)" % self.random.randrange(6), "'abc'", "[1, 2, 3]", "(4, 5)",
                         "{'k': 1, 'l': 2}", "sorted({3, 1, 2})", "enumerate('xy')", "zip([1, 2], 'pq')",
                         "reversed([1, 2])", "map(str, [1, 2])", "range(5, 0, -2)", "{1, 2, 3}",
                         # a comprehension must not grow what it walks; a loop has tick()
                         *(("list(%s)" % n if self.in_comprehension else n for n in self.names)
                           if self.chance(0.3) else ()),
                         *("%s(%d)" % (g, self.random.randrange(5)) for g in self.generators))

    def comprehension(self, depth):
        self.in_comprehension += 1
        var = self.pick("i", "j", "k")
        self.names.append(var)
        body = self.expr(min(depth - 1, 1))
        tail = " for %s in %s" % (var, self.iterable(0))
        if self.chance(0.2):
            tail += " for m in range(2)"
        if self.chance(0.3):
            tail += " if %s" % self.expr(1)
        self.names.pop()
        self.in_comprehension -= 1
        form = self.random.randrange(5)
        if form < 2:
            return "[%s%s]" % (body, tail)
        if form == 2:
            return "{str(%s)[:20]%s}" % (body, tail)
        if form == 3:
            return "{%s: %s%s}" % (var, body, tail)
        return "%s(%s%s)" % (self.pick("list", "tuple", "any", "all"), body, tail)

    def fstring(self, depth):
        def part():
            inner = self.pick(*self.names) if self.chance(0.6) else str(self.random.randrange(1000))
            spec = self.pick("", "", "!r", "!s", ":>8", ":<6", ":^7", ":05", ":x", ":.2f", ":,", ":+",
                             "=", "!a:>10", ":e", ":*^9", ":.3", ":d")
            return "{%s%s}" % (inner, spec)
        return "f'%s-%s'" % (part(), part())

    def call(self, depth):
        sub = lambda: self.expr(depth - 1)
        if self.functions and self.chance(0.35):
            name, count = self.random.choice(self.functions)
            args = [sub() for _ in range(count)]
            if self.chance(0.15):
                args.append("k=" + sub())
            if self.chance(0.1):
                args.append("*" + self.iterable(0))
            if self.chance(0.1):
                args.append("**{'z': %s}" % self.small())
            if self.chance(0.07) and args:
                args.pop(0)
            return "%s(%s)" % (name, ", ".join(args))
        f = self.pick("len", "abs", "str", "int", "repr", "bool", "list", "tuple", "sorted", "sum", "min",
                      "max", "hash_", "type_", "float", "set_", "dict", "ord", "chr_", "divmod", "round",
                      "isinstance", "enumerate", "zip", "map", "reversed", "next", "getattr", "hasattr",
                      "callable", "iter", "any", "all", "bin", "format", "ascii", "pow", "filter")
        if f == "hash_":
            return "(hash(%s) == hash(%s))" % (self.atom(), self.atom())
        if f == "type_":
            return "type(%s).__name__" % sub()
        if f == "set_":
            return "%s(%s)" % (self.pick("set", "frozenset"), self.iterable(depth - 1))
        if f == "chr_":
            return "chr(%d)" % self.random.choice([97, 233, 8364, 128512, -1])
        if f in ("divmod", "getattr"):
            return "%s(%s, %s)" % (f, sub(), sub() if f == "divmod" else "'v', 'none'")
        if f == "pow":
            return "pow(%s, %d, %s)" % (sub(), self.random.randrange(6), self.pick("7", "None", "10**9"))
        if f == "hasattr":
            return "hasattr(%s, %r)" % (sub(), self.pick("v", "append", "keys", "upper"))
        if f == "isinstance":
            return "isinstance(%s, %s)" % (sub(), self.pick("int", "str", "(int, str)", "Base", "list"))
        if f in ("enumerate", "zip", "reversed"):
            return "list(%s(%s))" % (f, self.iterable(depth - 1))
        if f in ("map", "filter"):
            return "list(%s(%s, %s))" % (f, self.pick("str", "bool", "repr", "lambda x: x"),
                                         self.iterable(depth - 1))
        if f in ("next", "iter"):
            return "next(iter(%s), 'end')" % self.iterable(depth - 1)
        if f == "format":
            return "format(%s, %r)" % (sub(), self.pick("", ">5", "x", ".1f", ",", "^8", "05d", "s"))
        if f in ("sorted", "sum", "min", "max", "list", "tuple") and self.chance(0.6):
            tail = self.pick("", ", key=str", ", reverse=True") if f == "sorted" else ""
            return "%s(%s%s)" % (f, self.iterable(depth - 1), tail)
        return "%s(%s)" % (f, sub())

    def method(self, depth):
        sub = lambda: self.expr(depth - 1)
        target = sub()
        call = self.pick(
            "upper()", "lower()", "strip()", "split()", "split('b')", "replace('a', 'Z')", "find('b')",
            "count(1)", "index(2)", "index('a')", "keys()", "items()", "values()", "get('a')",
            "get('b', 5)", "copy()", "title()", "startswith('a')", "endswith('c')", "center(9, '*')",
            "join(['1', '2'])", "isdigit()", "isalpha()", "bit_length()", "union([9])", "pop()",
            "append(4)", "extend('pq')", "insert(1, 'i')", "reverse()", "sort()", "update({'u': 1})",
            "setdefault('a', 0)", "add(3)", "discard(1)", "get()", "get(1, 2)", "zfill(6)", "encode()",
            "partition('b')", "format(1, 2)", "as_integer_ratio()", "is_integer()", "swapcase()",
            "remove(1)", "clear()", "popitem()", "pop('a', None)", "splitlines()", "rjust(6)", "hex()",
            "meth(%s)" % self.small(), "v", "casefold()", "expandtabs()", "intersection({1, 2})",
            "ljust(3)", "conjugate()", "removeprefix('a')", "rsplit('a', 1)", "__len__()")
        return "(%s).%s" % (target, call)

    # ---- statements

    def block(self, depth, count=None):
        self.indent += 1
        before = len(self.lines)
        for _ in range(count or self.random.randrange(1, 4)):
            self.statement(depth - 1)
        if len(self.lines) == before:
            self.emit("pass")
        self.indent -= 1

    def target(self):
        r = self.random.randrange(12)
        name = self.pick(*self.names[:4])
        if r < 8:
            return name
        if r < 9:
            return "%s[%s]" % (name, self.index())
        if r < 10:
            return "%s.v" % name
        if r < 11:
            return "%s, %s" % tuple(self.random.sample(self.names[:4], 2))
        return "%s, *%s" % tuple(self.random.sample(self.names[:4], 2))

    def guarded(self, make):
        """Most statements stand in a try of their own, so that a program goes on after an error."""
        if self.chance(0.75):
            self.emit("try:")
            self.indent += 1
            make()
            self.indent -= 1
            self.emit("except Exception as e: err(e)")
        else:
            make()

    def statement(self, depth):
        r = self.random.randrange(100)
        simple = depth <= 0 or len(self.lines) > 140
        if self.chance(0.25):
            text = self.assign_typed() if self.chance(0.5) else self.change_typed()
            if text.startswith("(num :=") or not self.in_class:
                return self.guarded(lambda: self.emit(text))
        if r < 22 or simple and r < 40:
            self.guarded(lambda: self.emit("show(%s)" % ", ".join(
                self.expr(3) for _ in range(self.random.randrange(1, 3)))))
        elif r < 40 or simple and r < 70:
            self.guarded(lambda: self.emit("%s = %s" % (self.target(), self.expr(3))))
        elif r < 48 or simple and r < 85:
            op = self.pick("+", "-", "*", "//", "%", "|", "&", "^", "/")
            target = self.pick(*self.names[:4])
            target += self.pick("", "", "", "[0]", "['a']", ".v")
            self.guarded(lambda: self.emit("%s %s= %s" % (target, op, self.expr(2))))
        elif simple:
            if self.in_generator and self.chance(0.5):
                self.emit("yield %s" % self.expr(1))
            elif self.in_loop and self.chance(0.4):
                self.emit("if %s: %s" % (self.expr(1), self.pick("break", "continue")))
            elif self.in_function and not self.in_class and self.chance(0.5):
                self.emit("if %s: return %s" % (self.expr(1), self.expr(2)))
            elif self.chance(0.3):
                self.guarded(lambda: self.emit("del %s" % self.pick(
                    "a[0]", "b['a']", "c[1:2]", "d.v", "a[-1]", "b[::2]")))
            else:
                self.emit("show(%s)" % self.pick(*self.names))
        elif r < 55:
            self.emit_if(depth)
        elif r < 64:
            self.emit_loop(depth)
        elif r < 72:
            self.emit_try(depth)
        elif r < 80:
            self.emit_function(depth)
        elif r < 85:
            self.emit_generator(depth)
        elif r < 92:
            self.emit_class(depth)
        elif r < 95:
            self.emit_with(depth)
        elif r < 97:
            self.guarded(lambda: self.emit("raise %s(%s)" % (
                self.pick("ValueError", "KeyError", "TypeError", "RuntimeError", "IndexError"), self.expr(1))))
        else:
            self.emit_closure()

    def emit_if(self, depth):
        self.guarded(lambda: self.emit_if_inner(depth))

    def emit_if_inner(self, depth):
        self.emit("if %s:" % self.expr(2))
        self.block(depth)
        if self.chance(0.3):
            self.emit("elif %s:" % self.expr(2))
            self.block(depth)
        if self.chance(0.5):
            self.emit("else:")
            self.block(depth)

    def emit_loop(self, depth):
        if self.chance(0.7):
            var = self.pick("i", "j", *self.names[:4])
            text = "for %s in %s:" % (var, self.iterable(1))
        else:
            var = self.fresh("n")
            self.emit("%s = %d" % (var, self.random.randrange(1, 6)))
            text = "while %s:" % var
        self.guarded(lambda: self.emit_loop_inner(text, var, depth))

    def emit_loop_inner(self, text, var, depth):
        self.emit(text)
        self.indent += 1
        self.emit("tick()")
        if text.startswith("while"):
            self.emit("%s -= 1" % var)
        self.indent -= 1
        self.in_loop += 1
        self.block(depth)
        self.in_loop -= 1
        if self.chance(0.3):
            self.emit("else:")
            self.block(0, 1)

    def emit_try(self, depth):
        self.emit("try:")
        self.block(depth)
        form = self.random.randrange(4)
        if form < 3:
            if self.chance(0.4):
                self.emit("except (%s) as e:" % self.pick("KeyError, TypeError", "ValueError,", "IndexError, AttributeError"))
                self.indent += 1
                self.emit("err(e)")
                self.indent -= 1
            self.emit("except Exception as e:")
            self.indent += 1
            self.emit("err(e); show(e.__context__ is None, e.__cause__)")
            self.indent -= 1
            if form == 1:
                self.emit("else:")
                self.block(0, 1)
        if form >= 2:
            loop, function = self.in_loop, self.in_function
            self.emit("finally:")
            self.in_loop = self.in_function = 0
            self.block(0, 1)
            self.in_loop, self.in_function = loop, function

    def emit_with(self, depth):
        def make():
            self.emit("with Manager('m%d', %s)%s:" % (self.serial, self.pick("True", "False"),
                                                    self.pick("", " as a", " as b, Manager('in', False)")))
            self.block(depth)
        self.guarded(make)

    def scoped(self, make):
        saved = (self.in_loop, self.in_function, self.in_generator, self.in_class, list(self.names))
        self.in_loop, self.in_class, self.in_generator = 0, False, False
        make()
        self.in_loop, self.in_function, self.in_generator, self.in_class, self.names = saved

    def emit_function(self, depth):
        name = self.fresh("f")
        count = self.random.randrange(0, 3)
        params = ["p", "q"][:count]
        extra = self.pick("", "k=1", "*args", "k=%s, **kw" % self.small(), "*, k=2", "*args, k=3, **kw")
        scope = self.pick("", "", "", "global a", "local") if not self.in_function else ""

        def make():
            self.in_function = 1
            if self.chance(0.1) and count:
                self.emit("def %s(%s, /%s):" % (name, ", ".join(params), ", " + extra if extra else ""))
            else:
                self.emit("def %s(%s):" % (name, ", ".join(params + ([extra] if extra else []))))
            self.indent += 1
            self.emit("tick()")
            if scope.startswith("global"):
                self.emit(scope)
            for local in "abcd":
                if not (scope.startswith("global") and local == "a") and (scope != "local" or local in "ab"):
                    self.emit("%s = %s" % (local, self.pick(self.atom_simple_const(), *params, "[1, 2]")))
            self.emit(self.pick("num, txt, seq, tab = 4, 'loc', [3, 1], {1: 1}",
                                "num, txt, seq, tab = globals()['num'], 'loc', [2], {}"))
            self.indent -= 1
            self.names = ["a", "b", "c", "d"] + params + (["args"] if "*args" in extra else []) + \
                (["kw"] if "**kw" in extra else [])
            self.block(min(depth, 2))
            self.indent += 1
            self.emit("return %s" % self.expr(2))
            self.indent -= 1
        self.scoped(make)
        self.functions.append((name, count))
        self.guarded(lambda: self.emit("show(%s(%s))" % (name, ", ".join(self.expr(1) for _ in params))))

    def atom_simple_const(self):
        return self.pick("1", "'s'", "2.5", "None", "(1, 2)", "{'a': 1}", "{1, 2}")

    def emit_generator(self, depth):
        name = self.fresh("g")

        def make():
            self.in_function = 0
            self.in_generator = True
            self.emit("def %s(p=3):" % name)
            self.indent += 1
            self.emit("tick()")
            self.emit("a, b, c, d = p, 'g', [p], {}")
            self.emit("num, txt, seq, tab = 4, 'gen', [3, 1], {1: 1}")
            self.indent -= 1
            self.names = ["a", "b", "c", "d", "p"]
            self.block(min(depth, 2))
            self.indent += 1
            self.emit(self.pick("yield a", "x = yield b\n%sshow(x)" % ("    " * self.indent),
                                "yield from (p, 1)", "for i in range(3): yield i",
                                "try: yield p\n%sfinally: show('fin')" % ("    " * self.indent),
                                "x = yield from [c]\n%sreturn x" % ("    " * self.indent)))
            self.indent -= 1
        self.scoped(make)
        self.generators.append(name)
        it = self.fresh("it")
        self.emit("%s = %s(%s)" % (it, name, self.small()))
        for _ in range(self.random.randrange(1, 4)):
            self.guarded(lambda: self.emit(self.pick(
                "show(next(%s))", "show(next(%s, 'over'))", "show(%s.send(None))", "show(%s.send(5))",
                "show(list(%s))", "%s.close()", "%s.throw(ValueError('t'))") % it))

    def emit_class(self, depth):
        name = self.fresh("C")
        bases = self.pick("Base", "", self.random.choice(self.classes), "list", "dict", "Base", "int")
        self.emit("class %s%s:" % (name, "(%s)" % bases if bases else ""))
        self.indent += 1
        if self.chance(0.15) and bases in ("", "Base"):
            self.emit("__slots__ = ('v', 'w')")
        else:
            self.emit("kind = %s" % self.atom_simple_const())
        if bases == "":
            self.emit("def __init__(self, v=0): self.v = v")
        methods = [
            "def __add__(self, o): return (%r, o)" % name, "def __radd__(self, o): return ('r', o)",
            "def __len__(self): return 2",
            "def __getitem__(self, i):\n        if i == 4: raise IndexError(i)\n        return i",
            "def __contains__(self, x): return x == 1", "def __iter__(self): return iter([1, 2])",
            "def __call__(self, *a): return a", "def __bool__(self): return False",
            "def __eq__(self, o): return NotImplemented", "def __lt__(self, o): return True",
            "def __mul__(self, o): return NotImplemented", "def __iadd__(self, o): self.v = o; return self",
            "def __str__(self): return 'str'", "def __format__(self, s): return 'fmt' + s",
            "def __getattr__(self, n):\n        if n[:2] == '__': raise AttributeError(n)\n        return 'attr ' + n",
            "def __neg__(self): return 'neg'", "def __index__(self): return 1", "def __int__(self): return 4",
            "def __setitem__(self, k, v): show('set', k)", "def __delitem__(self, k): show('del', k)",
            "def __repr__(self): return %r" % (name + "!"), "def __hash__(self): return 3",
            "@property\n    def prop(self): return %s" % self.small(),
            "@classmethod\n    def make(cls, *a): return cls.__name__, a",
            "@staticmethod\n    def stat(x=1): return x",
            "def meth(self, x=1): return super().__repr__() if x == 2 else x",
            "def __enter__(self): return 5", "def __exit__(self, *a): return True",
            "def __rsub__(self, o): return 'rsub'", "def __floordiv__(self, o): 1 // 0",
            "def __reversed__(self): return iter('rev')", "def __divmod__(self, o): return 'dm'",
            "def __del__(self): show('del')" if self.chance(0.3) else "def z(self): pass",
            "def __missing__(self, k): return 'missing'", "def __and__(self, o): return o",
            "def __getattribute__(self, n): return object.__getattribute__(self, n)",
            "def __set_name__(self, o, n): pass", "def __init_subclass__(cls, **k): show('sub', cls.__name__)",
        ]
        pad = "    " * (self.indent - 1)
        for text in self.random.sample(methods, self.random.randrange(1, 5)):
            self.emit(text.replace("\n", "\n" + pad))
        self.indent -= 1
        if bases not in ("int", "list", "dict") and not self.in_function:
            self.classes.append(name)
        instance = self.pick(*self.names[:4])
        self.guarded(lambda: self.emit("%s = %s(%s)" % (
            instance, name, self.pick("", "5" if bases in ("", "Base", "int") else "[]"))))
        for _ in range(self.random.randrange(1, 4)):
            self.guarded(lambda: self.emit("show(%s)" % (self.pick(
                "{0}", "{0} + 1", "1 + {0}", "len({0})", "{0}[1]", "1 in {0}", "list({0})", "{0}(1, 2)",
                "bool({0})", "{0} == {0}", "{0} < {0}", "{0} * 2", "str({0})", "f'{{{0}:>5}}'", "{0}.prop",
                "{0}.make(1)", "{0}.stat()", "{0}.meth()", "{0}.meth(2)", "{0}.nope", "-{0}", "[1, 2, 3][{0}]",
                "int({0})", "{0}.kind", "{0}.v", "sorted([{0}, {0}]) == []", "isinstance({0}, Base)",
                "hash({0}) == 3", "vars({0})", "{0} // 2", "list(reversed({0}))", "5 - {0}",
                "[x.__name__ for x in type({0}).__mro__]")).format(instance)))

    def emit_closure(self):
        name = self.fresh("m")
        self.emit("def %s(start):" % name)
        self.indent += 1
        self.emit("count = start")
        self.emit("def step(by=1):")
        self.emit("    nonlocal count")
        self.emit("    count %s= by" % self.pick("+", "-", "*", "|", "//"))
        self.emit("    return count")
        self.emit("return step, lambda: [count, start]")
        self.indent -= 1
        self.guarded(lambda: self.emit("s, t = %s(%s); show(s(%s), s(), t())" % (
            name, self.expr(1), self.small())))

    def program(self):
        for name in self.names:
            self.emit("%s = %s" % (name, self.pick("1", "'abc'", "[1, 2, 3]", "{'a': 1, 'b': [2]}", "2.5",
                                                   "(1, 'x')", "{1, 2}", "10**20", "Base(3)", "None")))
        self.emit("num, txt, seq, tab = 6, 'text', [5, 2, 9], {1: 'one', 4: 4}")
        for _ in range(self.random.randrange(5, 14)):
            self.statement(3)
        self.emit("show(%s, num, txt, seq, tab)" % ", ".join(self.names[:4]))
        return "\n".join(self.lines) + "\n"


def make_program(seed):
    return Maker(seed).program()


ALONE_TAIL = '''\
except Exception as e:
    err(e)
'''

BATCH_RUNNER = '''
def run_all():
    import gc
    for number, source in programs:
        space = {'__name__': '__main__'}
        exec(prelude, space)
        print('##', number)
        try:
            exec(source, space)
        except Exception as e:
            space['err'](e)
        space.clear()
        gc.collect()
run_all()
'''


def alone(source):
    """The program as a file of its own."""
    body = "".join("    " + line + "\n" for line in source.splitlines())
    return PRELUDE + "try:\n" + (body if source.strip() else "    pass\n") + ALONE_TAIL


def execute(binary, text, seconds):
    """stdout and exit status; the status is None after a timeout."""
    env = {"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": "0", "ADDERHASHSEED": "0",
           "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore"}
    env.update({k: v for k, v in os.environ.items() if k.startswith(("ASAN", "UBSAN"))})
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        child = subprocess.Popen([binary, file.name], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            out, _ = child.communicate(timeout=seconds)
            return out, child.returncode
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            out, _ = child.communicate()
            return out, None


def split_batch(out):
    parts = {}
    for part in out.split(b"\n## "):
        number, _, text = part.partition(b"\n")
        number = number.removeprefix(b"## ")
        if number.isdigit():
            parts[int(number)] = text
    return parts


def differ(binary, source):
    """None, or what is different when the program runs alone."""
    theirs = execute(ORACLE, alone(source), SECONDS_ALONE)
    if theirs[1] is None:
        return None
    ours = execute(binary, alone(source), SECONDS_ALONE)
    if ours == theirs:
        return None
    if any(execute(ORACLE, alone(source), SECONDS_ALONE) != theirs for _ in range(3)):
        return None                                              # prints addresses or hash(None)
    if ours[1] != theirs[1]:
        return "exit status %s, CPython %s" % (ours[1], theirs[1])
    for mine, right in zip(ours[0].splitlines(), theirs[0].splitlines()):
        if mine != right:
            return "prints %r, CPython %r" % (mine[:200], right[:200])
    return "prints %d lines, CPython %d" % (len(ours[0].splitlines()), len(theirs[0].splitlines()))


def run_batch(binary, seeds):
    """The programs of one batch that differ: (seed, source, what)."""
    programs = [(seed, make_program(seed)) for seed in seeds]
    text = "prelude = %r\nprograms = [\n%s]\n" % (
        PRELUDE, "".join("    (%d, %r),\n" % program for program in programs)) + BATCH_RUNNER
    theirs = execute(ORACLE, text, 120)
    ours = execute(binary, text, 120)
    if ours == theirs and ours[1] == 0:
        return []
    mine, right = split_batch(ours[0]), split_batch(theirs[0])
    suspects = [p for p in programs if mine.get(p[0]) != right.get(p[0]) or p[0] not in right]
    found = []
    for seed, source in suspects or programs:
        what = differ(binary, source)
        if what:
            found.append((seed, source, what))
    if not found and ours != theirs:
        found.append((seeds[0], text, "only the whole batch differs: exit %s, CPython %s" % (ours[1], theirs[1])))
    return found


def cuts(lines):
    """Ways to make a program smaller: runs of lines, statements with their blocks, single lines."""
    size = len(lines) // 2
    while size > 1:
        for start in range(0, len(lines), size):
            yield lines[:start] + lines[start + size:]
        size //= 2
    for start, line in enumerate(lines):
        depth = len(line) - len(line.lstrip())
        end = start + 1
        while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > depth:
            end += 1
        yield lines[:start] + lines[end:]
        if end > start + 1:                                      # the block instead of the statement
            shift = len(lines[start + 1]) - len(lines[start + 1].lstrip()) - depth
            inside = [l[shift:] for l in lines[start + 1:end]]
            yield lines[:start] + inside + lines[end:]
            after = end                                          # a try with its except clauses
            while after < len(lines) and lines[after][depth:].startswith(("except", "else", "finally", "elif")):
                after += 1
                while after < len(lines) and len(lines[after]) - len(lines[after].lstrip()) > depth:
                    after += 1
            if after > end:
                yield lines[:start] + inside + lines[after:]


def reduce(binary, source, report=lambda text: None):
    """A smaller program that still differs."""
    lines = source.splitlines()
    if not differ(binary, source):
        return None
    changed = True
    while changed:
        changed = False
        for smaller in cuts(lines):
            text = "\n".join(smaller) + "\n"
            try:
                compile(text, "reduced", "exec")
            except SyntaxError:
                continue
            if len(smaller) <= len(lines) and smaller != lines and differ(binary, text):
                report("%d lines" % len(smaller))
                lines = smaller
                changed = True
                break
    return "\n".join(lines) + "\n"


def reduce_file(options):
    source = pathlib.Path(options.reduce).read_text("utf-8")
    if source.startswith(PRELUDE):                       # as this script saves them
        body = source[len(PRELUDE):].removeprefix("try:\n").removesuffix(ALONE_TAIL)
        source = "".join(line[4:] + "\n" for line in body.splitlines())
    smaller = reduce(options.adder, source, lambda text: print(text, file=sys.stderr))
    if smaller is None:
        print("both print the same")
        return 1
    target = pathlib.Path(options.reduce).with_suffix(".reduced.py")
    target.write_text(alone(smaller), "utf-8")
    print(smaller + "\n" + differ(options.adder, smaller) + "\nsaved as %s" % target)
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--adder", required=True, metavar="PATH")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", default="build/fuzz", help="where programs that differ are saved")
    parser.add_argument("--reduce", metavar="FILE", help="make a saved program smaller")
    parser.add_argument("--print", action="store_true", help="print the program of --seed and stop")
    options = parser.parse_args()
    if options.print:
        print(alone(make_program(options.seed)), end="")
        return 0
    if options.reduce:
        return reduce_file(options)
    seeds = range(options.seed, options.seed + options.count)
    batches = [seeds[i:i + BATCH] for i in range(0, len(seeds), BATCH)]
    failed = 0
    folder = pathlib.Path(options.folder)
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        for found in pool.map(run_batch, [options.adder] * len(batches), batches):
            for seed, source, what in found:
                failed += 1
                folder.mkdir(parents=True, exist_ok=True)
                whole = source.startswith("prelude = ")
                file = folder / ("%s%d.py" % ("batch" if whole else "", seed))
                file.write_text(source if whole else alone(source), "utf-8")
                print("%s: %s" % (file, what), flush=True)
    print("%d programs agree, %d differ" % (options.count - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
