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
import resource
import re
import signal
import subprocess
import sys
import tempfile

ORACLE = "/usr/bin/python3.11"
BATCH = 100
SECONDS_ALONE = 10
SECONDS_BATCH = 5

PRELUDE = '''\
import sys, gc, collections, itertools, functools, operator, copy, weakref
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
def where():
    frame, names = sys._getframe(1), []
    while frame and len(names) < 5:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names
class Del:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('del', self.name, where()[1:4])
class Pair:
    def __init__(self, v=0): self.v = v
    def __repr__(self): return type(self).__name__ + '<%r>' % (self.v,)
    def val(self, n=1): return [self.v, n]
    def __lt__(self, o): return self.v < o.v
    def __eq__(self, o): return self.v == o.v if isinstance(o, Pair) else NotImplemented
    def __hash__(self): return hash(self.v)
    def __add__(self, o): return type(self)(self.v + getattr(o, 'v', 1))
    @property
    def twice(self): return self.v * 2
    @classmethod
    def build(cls, v): return cls(v)
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
        if not self.in_class and self.chance(0.22):
            return self.emit_new(depth)
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

    # ---- loops with conditions, moves between locals, super(), operators in loops, library types

    BOUNDS = ["", "", "0", "1", "2", "-1", "-2", "num", "num % 4", "len(seq)", "None", "9", "'q'", "True", "2**70",
              "-2**70"]

    def bounds(self):
        text = "%s:%s" % (self.pick(*self.BOUNDS), self.pick(*self.BOUNDS))
        return text + (":" + self.pick("", "1", "2", "-1", "-2", "0", "num") if self.chance(0.3) else "")

    def condition(self, var):
        test = lambda: self.pick("%s > 0" % var, var, "0 < %s" % var, "%s != 0" % var, "not %s == 0" % var,
                                 "%s in (5, 4, 3, 2, 1)" % var, "0 < %s < 9" % var, "(%s)" % self.typed("bool", 1),
                                 "%s is not None" % var, "num != %s" % var, "seq", "seq != []", "Pair(%s) < Pair(4)" % var,
                                 "Pair(%s) == Pair(2)" % var, "(w := %s)" % var, "txt > 'a'", "%s not in seq" % var,
                                 "(w := %s - 1) > 0" % var, "len(seq) > %s" % var)
        parts = [test() for _ in range(self.pick(1, 1, 1, 2, 3))]
        text = parts[0]
        for part in parts[1:]:
            text = "%s %s %s" % (text, self.pick("and", "or"), part)
        return "not (%s)" % text if self.chance(0.1) else text

    def emit_while(self, depth):
        var = self.fresh("n")
        self.emit("%s = %d" % (var, self.random.randrange(0, 6)))

        def make():
            self.emit("while %s:" % self.condition(var))
            self.indent += 1
            self.emit("tick()")
            self.emit("%s -= 1" % var)
            self.emit("if %s < 0: break" % var)
            self.indent -= 1
            self.in_loop += 1
            form = self.random.randrange(4)
            if form == 0:
                self.indent += 1
                self.emit("try:")
                self.block(depth)
                self.emit("    " + self.pick("pass", "if num > %s: break" % var, "if seq: continue", "del txt; txt = 'q'"))
                self.emit("finally:")
                self.emit("    show(%s, num)" % var)
                self.indent -= 1
            else:
                self.block(depth)
                if form == 1:
                    self.emit("    if %s: %s" % (self.condition(var), self.pick("break", "continue")))
                    self.emit("    seq, num = seq[1:], num + 1")
            self.in_loop -= 1
            if self.chance(0.4):
                self.emit("else:")
                self.block(0, 1)
        self.guarded(make)

    def move_text(self):
        one, two, three = self.random.sample(self.names[:4], 3)
        part = lambda: self.pick(one, two, three, self.expr(1), self.small())
        return self.pick(
            "%s, %s = %s, %s" % (one, two, two, one), "%s, %s = %s, %s" % (one, two, one, one),
            "%s, %s = %s, %s" % (one, two, part(), part()), "%s, %s, %s = %s, %s, %s" % (one, two, three, three, one, two),
            "%s, %s, %s = %s, %s, %s" % (one, two, one, part(), part(), part()), "[%s, (%s, *%s)] = 1, 'xyz'" % (one, two, three),
            "%s, %s = %s" % (one, two, self.iterable(1)), "num, seq[0] = seq[0], num", "seq[0], seq[-1] = seq[-1], seq[0]",
            "%s = %s = %s, %s" % (one, two, three, part()), "%s, %s = %s, Del('t')" % (one, one, part()),
            "(%s, %s), %s = (%s, %s), %s" % (one, two, three, two, one, part()), "%s, %s = Del('x'), Del('y')" % (one, two),
            "del %s; %s, %s = 1, %s" % (one, one, two, one), "%s, %s = %s, %s" % (one, two, three, two),
            "for %s, %s in [(1, 2), (3, %s)]: show(%s, %s)" % (one, two, three, one, two), "num, txt = len(txt), str(num)[:9]",
            "%s, seq[%s], %s = %s" % (one, self.bounds(), two, self.iterable(1)))

    def slice_text(self):
        name = self.pick("seq", "seq", "txt", "[1, 2, 3, 4]", "bytearray(b'abcdef')", *self.names[:4])
        where = "%s[%s]" % (name, self.bounds())
        return self.pick("show(%s)" % where, "%s = %s; seq = seq[:9]" % (where, self.iterable(1)), "%s += [7]; del seq[9:]" % where,
                         "del %s" % where, "show(%s[%s], %s)" % (where, self.bounds(), where),
                         "seq[%s] = seq[%s]; del seq[9:]" % (self.bounds(), self.bounds()), "a = %s" % where,
                         "seq[%s], num = [4, 5], 3" % self.bounds(), "txt = txt[%s] + 'q'" % self.bounds())

    FLOATS = ["0.0", "-0.0", "1.5", "2.5", "0.125", "1e22", "1e23", "123456.789", "9.995", "0.05", "1e-5", "5e-324", "1.7e308",
              "float('inf')", "-float('inf')", "float('nan')", "2.675", "1e15 + 0.5", "1e16", "99999999.5", "0.1 + 0.2", "-3.999",
              "num / 7", "1 / 3", "2.0 ** 0.5", "123456789012345678.0", "4503599627370497.5"]

    def float_text(self):
        value = self.pick(*self.FLOATS)
        spec = (self.pick("", "", "*^", "0=", "<", ">") + self.pick("", "+", " ", "-") + self.pick("", "", "z", "#") +
                self.pick("", "0", "") + self.pick("", "12", "25", "3") + self.pick("", "", ",", "_") +
                self.pick("", ".0", ".1", ".2", ".3", ".6", ".10", ".17", ".20", ".40") + self.pick("f", "e", "g", "%", "", "F", "G", "E"))
        return self.pick("x = %s; show(f'{x:%s}')" % (value, spec), "show(format(%s, %r))" % (value, spec), "show(%s, round(%s, %d))" % (
            value, value, self.random.randrange(-3, 8)), "show('%%%s.%d%s' %% (%s))" % (self.pick("", "+", "08", "-9", "#"), self.random.randrange(
                13), self.pick("f", "e", "g"), value), "show(str(%s), repr(%s * %s))" % (value, value, self.pick(*self.FLOATS)))

    def set_text(self):
        part = lambda: self.pick("{1, 2, 3}", "{2, 4}", "set()", "frozenset([1, 5])", "set(seq)", "{*range(9)}", "frozenset(txt)",
                                 "{(1, 2), 3}", "{Pair(1), Pair(2)}", "tab.keys()", "set('abc')", "{True, 2.0}", "tab.items()")
        other = lambda: self.pick(part(), part(), self.iterable(1), "5")
        op = self.pick("|", "&", "-", "^", "<", "<=", "==", "!=", ">", ">=")
        tidy = "x if isinstance(x, bool) else (type(x).__name__, len(x), sorted(x, key=str))"
        return self.pick("x = %s %s %s; show(%s)" % (part(), op, part(), tidy), "x = %s.%s(%s); show(%s)" % (
            part(), self.pick("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"),
            other(), tidy), "x = %s; x %s= %s; show(%s)" % (part(), self.pick("|", "&", "-", "^"), part(), tidy),
            "x = %s; x.%s(%s); show(%s)" % (part(), self.pick("update", "difference_update", "intersection_update",
                                                             "symmetric_difference_update"), other(), tidy),
            "x = %s.union(%s, %s); show(%s)" % (part(), other(), other(), tidy))

    def library_text(self):
        fill = lambda text: re.sub(r"<(\w+)>", lambda m: self.iterable(1) if m[1] == "it" else self.typed(m[1], 1), text)
        return fill(self.pick(
            "q = collections.deque(<ints>, 4); q.rotate(<int> % 9); q.appendleft(7); q.extend(<strs>); show(q, q[0], 7 in q)",
            "show(collections.Counter(<str>).most_common(2), collections.Counter(<ints>) & collections.Counter(<ints>))",
            "o = collections.OrderedDict(enumerate(<str>)); o.move_to_end(0); show(o, o.popitem(False), list(reversed(o)))",
            "x = collections.defaultdict(list)\nfor i in <ints>: x[i % 3].append(i)\nshow(x)",
            "P = collections.namedtuple('P', 'x y', defaults=[4]); p = P(<int>); show(p, p._replace(x=2), p._asdict(), p == (1, 4))",
            "show(collections.ChainMap(<dict>, <dict>), dict(collections.ChainMap({1: 2}, <dict>)))",
            "show(list(itertools.chain(<it>, <it>)), list(itertools.islice(<it>, <int> % 3, 5)))",
            "show([(k, list(g)) for k, g in itertools.groupby(<it>, key=lambda x: str(x) < '3')])",
            "show(list(itertools.accumulate(<ints>, operator.mul)), list(itertools.zip_longest(<it>, <it>, fillvalue='-')))",
            "show(list(itertools.product(<ints>[:2], <str>[:3], repeat=1)), list(itertools.combinations(<it>, 2))[:9])",
            "show(list(itertools.permutations(<ints>[:3], 2)), list(itertools.pairwise(<it>)))",
            "x, y = itertools.tee(<it>); next(x, 0); show(list(y), list(x))",
            "show(list(itertools.takewhile(lambda v: v != 2, <it>)), list(itertools.dropwhile(bool, <it>)))",
            "show(list(itertools.compress(<it>, <ints>)), list(itertools.starmap(max, [(<int>, 2), (3, 4)])))",
            "show(functools.reduce(operator.add, <ints>, 0), functools.partial(max, <int>)(<int>, 3))",
            "show(sorted(<ints>, key=functools.cmp_to_key(lambda a, b: b - a)))",
            "f = functools.lru_cache(2)(lambda v: v); show([f(v) for v in <ints>], f.cache_info())",
            "show(operator.itemgetter(0, -1)(<ints>), operator.methodcaller('upper')(<str>), operator.attrgetter('real')(<int>))",
            "x = [<any>, {1: <list>}]; x.append(x); y = copy.deepcopy(x); show(y[:2] == x[:2], y[2] is y, y is x, copy.copy(x) is x)",
            "x = Pair(<int>); r = weakref.ref(x, lambda r: show('gone', where()[:1])); x.me = x; del x; gc.collect(); show(r())",
            "x = Pair(<list>); y = copy.deepcopy(x); show(y, y.v is x.v, copy.copy(x).v is x.v)",
            "w = weakref.WeakValueDictionary({i: Pair(i) for i in <ints>}); gc.collect(); show(len(w))"))

    def emit_super(self):
        name = self.fresh("S")
        base = self.pick("Pair", "Pair", *(c for c in self.classes if c[0] == "S"))
        forms = [
            "def val(self, n=1): return ['%s', super().val(n)]" % name, "def val(self, *a): return super().val(*a) + [where()[:2]]",
            "def __init__(self, v=0):\n        super().__init__(v)\n        self.w = where()[1:2]",
            "def __eq__(self, o): return super().__eq__(o)", "def __lt__(self, o): return super().__lt__(o) if self.v else NotImplemented",
            "def __gt__(self, o): return where()", "def __add__(self, o): return super().__add__(o)", "def __radd__(self, o): return ['radd', o]",
            "def __iadd__(self, o): self.v = o; return self", "@property\n    def twice(self): return [super().twice]",
            "@classmethod\n    def build(cls, v): return super().build(v)", "def gen(self):\n        yield super().val()\n        yield from super().val(2)",
            "def __getitem__(self, k): return k, super().val(k)", "def __contains__(self, k): return super().__eq__(k)",
            "def __len__(self): return 3", "def __bool__(self): return self.v > 1", "def __neg__(self): return where()",
            "def lam(self): return (lambda s=self: super().val(s.v))()", "def swap(self, o): self, o = o, self; return super().val()",
            "def __iter__(self): return iter(super().val())", "def __setitem__(self, k, v): self.v = v; show(where())",
            "def __call__(self, *a): return super().val(*a)", "def __repr__(self): return '%s' + super().__repr__()" % name,
            "def __le__(self, o): raise KeyError(self.v)", "def __ge__(self, o): return self", "def __mul__(self, o): yield o"]
        self.emit("class %s(%s):" % (name, base))
        pad = "    " * self.indent
        for text in self.random.sample(forms, self.random.randrange(2, 7)):
            self.emit("    " + text.replace("\n", "\n" + pad))
        if not self.in_function:
            self.classes.append(name)
        others = ["%s(1)" % name, "%s(%d)" % (name, self.random.randrange(4)), self.pick("Pair(1)", "3", "'s'", "Base(1)", "[1]", name),
                  "%s(2)" % self.pick("Pair", name, *(c for c in self.classes if c[0] == "S"))]
        self.emit("for x in [%s]:" % ", ".join(others))
        use = ["x + y", "x == y", "x != y", "x < y", "x > y", "x <= y", "x >= y", "x.val()", "x.val(3)", "x.twice", "x.build(2)", "y in x", "x[1]",
               "-x", "list(x)", "x(2)", "sorted([x, y])", "'t' if x else 'f'", "'t' if x < y else 'f'", "list(x.gen())", "x.lam()", "x.swap(y)",
               "y in [x]", "min(x, y)", "x is y", "len(x)", "x.w", "list(x * 2)", "[x, y].index(y)", "x < y < x", "not x == y", "{x: 1}.get(y)"]
        self.emit("    for y in [%s]:" % self.pick("x, 1", "%s(2), x, Pair(1)" % name, "Pair(0), %s(1)" % name))
        for text in self.random.sample(use, self.random.randrange(2, 6)):
            self.emit("        try: show(%s)" % text)
            self.emit("        except Exception as e: err(e)")
        if self.chance(0.3):
            self.emit("        %s" % self.pick("%s.val = lambda s, n=0: ('new', n)" % name, "x = %s(3)" % name, "%s.__lt__ = lambda s, o: False" % name,
                                              "%s.__bases__ = (Pair,)" % name, "%s.__eq__ = Pair.__eq__" % name, "%s.extra = 1" % name,
                                              "x.val = len" if base == "Pair" else "pass", "Pair.late = 3"))
        self.emit("x = y = None")

    def emit_delegate(self):
        inner, outer, it = self.fresh("h"), self.fresh("h"), self.fresh("it")
        self.emit("def %s(n):" % inner)
        for text in self.random.sample([
                "x = yield n; show('got', x)", "keep = Del('inner')", "yield where()[:4]", "if n > 2: raise ValueError(n)",
                "try: yield 'in try'\n    except KeyError as e: err(e); yield 'handled'", "try: yield 1\n    finally: show('fin', where()[:3])",
                "yield from range(n % 3)", "if n == 1: return 'early'"], self.random.randrange(1, 5)):
            self.emit("    " + text.replace("\n", "\n" + "    " * self.indent))
        self.emit("    yield 'last'")
        self.emit("    return n * 2")
        self.emit("def %s(n):" % outer)
        for text in self.random.sample([
                "r = yield from %s(n); show('r', r)" % inner, "try: yield from %s(n)\n    except ValueError as e: err(e)" % inner,
                "for i in %s(n): yield i" % inner, "r = yield from iter([1, 2]); show(r)", "yield (yield from %s(1))" % inner,
                "try: x = yield from %s(n)\n    finally: show('ofin', where()[:3])" % inner, "while (yield from %s(0)): break" % inner,
                "if n: yield from %s(n - 1)" % outer, "keep = Del('outer')", "yield 5"],
                self.random.randrange(1, 4)):
            self.emit("    " + text.replace("\n", "\n" + "    " * self.indent))
        self.emit("    if 0: yield")
        self.emit("%s = %s(%d)" % (it, outer, self.random.randrange(4)))
        for _ in range(self.random.randrange(2, 7)):
            self.guarded(lambda: self.emit(self.pick(
                "show(next(%s))", "show(next(%s))", "show(%s.send('s'))", "show(%s.throw(KeyError('k')))", "show(%s.throw(ValueError))",
                "%s.close()", "show(list(%s))", "show(%s.gi_yieldfrom is None, %s.gi_running)".replace("%s.gi_r", it + ".gi_r"),
                "for x in %s: show(x); break", "show(next(%s, 'over'))") % it))
        if self.chance(0.6):
            self.emit("del %s" % it)

    def emit_new(self, depth):
        kind = self.random.randrange(20)
        if kind < 4:
            return self.emit_while(depth)
        if kind < 6 and not self.in_generator:
            return self.emit_super()
        if kind < 8:
            return self.emit_delegate()
        text = (self.move_text if kind < 12 else self.slice_text if kind < 14 else self.float_text if kind < 15 else self.set_text
                if kind < 17 else self.library_text)()

        def make():
            for line in text.split("\n"):
                self.emit(line)
        self.guarded(make)

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


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def execute(binary, text, seconds):
    """stdout and exit status; the status is None after a timeout."""
    env = {"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": "0", "ADDERHASHSEED": "0",
           "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore"}
    env.update({k: v for k, v in os.environ.items() if k.startswith(("ASAN", "UBSAN"))})
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        child = subprocess.Popen([binary, file.name], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, start_new_session=True, preexec_fn=limit if binary == ORACLE else None) # a sanitizer reserves more
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
    theirs = execute(ORACLE, text, SECONDS_BATCH)
    if theirs[1] is None: # one of them does not end: the others are looked at without it
        half = len(seeds) // 2
        return run_batch(binary, seeds[:half]) + run_batch(binary, seeds[half:]) if half else []
    ours = execute(binary, text, 20 * SECONDS_BATCH)
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
