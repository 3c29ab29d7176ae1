#!/usr/bin/python3.11
"""Nanoseconds per builtin operation: small statements, each in a loop of its own.

    INTERPRETER operations.py [ROUNDS [TEXT]]       those whose name has TEXT in it (default: all)
    /usr/bin/python3.11 operations.py --compare ADDER [--rounds N] [--only TEXT]
                                                    ratios to CPython, worst first, and their mean

The measuring part imports nothing but sys and time, so that it runs early and anywhere.
"""

import sys
import time

COUNT = 50000           # iterations of a statement that does one operation


class P:
    cls = 5

    def __init__(self, a=1):
        self.a = a

    @property
    def p(self):
        return self.a

    def m(self, x):
        return x

    @staticmethod
    def s(x):
        return x

    @classmethod
    def c(cls, x):
        return x

    def __add__(self, o):
        return self

    def __eq__(self, o):
        return self is o

    def __hash__(self):
        return 1

    def __lt__(self, o):
        return self.a < o.a

    def __getitem__(self, i):
        return i

    def __len__(self):
        return 3

    def __call__(self, x):
        return x

    def __iter__(self):
        return iter((1, 2))

    def __enter__(self):
        return self

    def __exit__(self, *a):
        return None

    def __contains__(self, x):
        return True

    def __bool__(self):
        return True

    def kw(self, *, k=1, j=2):
        return k

    def va(self, *args):
        return args

    def vk(self, **kw):
        return kw


class Q:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


def gen(n):
    for i in range(n):
        yield i


def through(n):
    yield from gen(n)


def forever():
    while True:
        yield


def f2(a, b=2):
    return a


class Null:
    def write(self, text):
        pass


p = P()
p2 = P(2)
null = Null()
numbers = list(range(100))
by_number = {i: i for i in range(100)}
by_text = {str(i): i for i in range(100)}
number_set = set(range(100))
text = 'hello world'
t = (1, 2, 3)
b = bytes(range(100))
ba = bytearray(b)

# Name, steps that one statement makes (it runs COUNT / steps times), statement, what goes before.
OPERATIONS = [
    ("property", 1, "p.p"),
    ("method", 1, "p.m(i)"),
    ("staticmethod", 1, "p.s(i)"),
    ("classmethod", 1, "p.c(i)"),
    ("clsattr", 1, "p.cls"),
    ("op_add", 1, "p + p2"),
    ("op_eq", 1, "p == p2"),
    ("op_lt", 1, "p < p2"),
    ("op_getitem", 1, "p[i]"),
    ("op_len", 1, "len(p)"),
    ("op_call", 1, "p(i)"),
    ("op_contains", 1, "i in p"),
    ("op_bool", 1, "if p: pass"),
    ("op_iter", 1, "for j in p: pass"),
    ("with", 1, "with p: pass"),
    ("kwonly", 1, "p.kw(k=i)"),
    ("varargs", 1, "p.va(i, i)"),
    ("varkw", 1, "p.vk(a=i)"),
    ("defaults", 1, "f2(i)"),
    ("kwcall", 1, "f2(a=i)"),
    ("starcall", 1, "f2(*(i, 2))"),
    ("new_instance", 1, "P(i)"),
    ("new_slots", 1, "Q(i, i)"),
    ("user_iterator", 100, "for j in It(100): pass"),
    ("generator", 100, "for j in gen(100): pass"),
    ("genexp", 100, "sum((j for j in range(100)))"),
    ("list_comp", 10, "[j for j in range(10)]"),
    ("dict_comp", 10, "{j: j for j in range(10)}"),
    ("set_comp", 10, "{j for j in range(10)}"),
    ("tryok", 1, "try: i\nexcept ValueError: pass"),
    ("tryraise", 4, "try: raise ValueError\nexcept ValueError: pass"),
    ("keyerr", 4, "try: by_number[-1]\nexcept KeyError: pass"),
    ("isinstance", 1, "isinstance(p, P)"),
    ("isinstance_tuple", 1, "isinstance(p, (int, P))"),
    ("min_max", 1, "min(i, 5); max(i, 5)"),
    ("abs", 1, "abs(-i)"),
    ("ord_chr", 1, "ord('a'); chr(97)"),
    ("int_float", 1, "int(2.5)"),
    ("float_int", 1, "float(i)"),
    ("str_int", 1, "str(i)"),
    ("int_str", 1, "int('123')"),
    ("range", 1, "range(10)"),
    ("divmod", 1, "divmod(i, 7)"),
    ("pow", 1, "i ** 2"),
    ("fpow", 1, "x ** 2", "x = 2.5"),
    ("mod_neg", 1, "-i % 7"),
    ("invert", 1, "~i"),
    ("shift", 1, "i << 3 >> 2"),
    ("fdiv", 1, "i / 7"),
    ("chain", 1, "0 < i < 50"),
    ("in_list", 1, "50 in numbers"),
    ("in_tuple", 1, "i in (1, 2, 3)"),
    ("in_dict", 1, "i in by_number"),
    ("in_str", 1, "'wor' in text"),
    ("in_set", 1, "i in number_set"),
    ("dict_get", 1, "by_number.get(i, 0)"),
    ("dict_set", 1, "d[i & 255] = i", "d = {}"),
    ("dict_str", 1, "by_text['50']"),
    ("dict_inc", 1, "d['a'] += 1", "d = {'a': 0}"),
    ("dict_iter", 50, "for k, v in by_number.items(): pass"),
    ("dict_keys", 50, "for k in by_number: pass"),
    ("dict_lit", 1, "{'a': i, 'b': 2}"),
    ("dict_setdefault", 1, "by_number.setdefault(5, 1)"),
    ("list_lit", 1, "[i, i, i]"),
    ("tuple_lit", 1, "(i, i, i)"),
    ("set_lit", 1, "{i, 1, 2}"),
    ("list_append", 1, "l.append(i)", "l = []"),
    ("list_pop", 1, "l.pop()", "l = list(range(COUNT))"),
    ("list_slice", 1, "numbers[10:20]"),
    ("list_concat", 1, "[1, 2] + [3]"),
    ("list_mul", 1, "[0] * 10"),
    ("list_index", 1, "numbers.index(50)"),
    ("list_sort", 50, "sorted(numbers, reverse=True)"),
    ("sortkey", 100, "sorted(numbers, key=lambda x: -x)"),
    ("list_rev", 10, "numbers[::-1]"),
    ("list_store", 1, "numbers[5] = i"),
    ("enumerate", 50, "for j, k in enumerate(numbers): pass"),
    ("zip", 50, "for j, k in zip(numbers, numbers): pass"),
    ("map", 50, "list(map(str, numbers))"),
    ("map_lambda", 100, "list(map(lambda x: x, numbers))"),
    ("filter", 100, "list(filter(None, numbers))"),
    ("reversed", 50, "for j in reversed(numbers): pass"),
    ("sum", 50, "sum(numbers)"),
    ("any", 50, "any((x < 0 for x in numbers))"),
    ("unpack3", 1, "a, b, c = t"),
    ("swap", 1, "a, b = (b, a)", "a = 1; b = 2"),
    ("starunpack", 1, "a, *b = t"),
    ("str_concat", 1, "text + 'x'"),
    ("str_index", 1, "text[3]"),
    ("str_slice", 1, "text[2:5]"),
    ("str_iter", 10, "for c in text: pass"),
    ("str_join", 1, "' '.join(('a', 'b', 'c'))"),
    ("str_split", 1, "text.split()"),
    ("str_split2", 1, "text.split('o')"),
    ("str_replace", 1, "text.replace('o', '0')"),
    ("str_find", 1, "text.find('wor')"),
    ("str_startswith", 1, "text.startswith('he')"),
    ("str_strip", 1, "'  ab '.strip()"),
    ("str_upper", 1, "text.upper()"),
    ("str_isdigit", 1, "text.isdigit()"),
    ("str_cmp", 1, "text < 'hello x'"),
    ("str_eq", 1, "text == 'hello x'"),
    ("str_percent", 1, "'%s-%d' % (text, i)"),
    ("str_format", 1, "'{}-{}'.format(text, i)"),
    ("fstring", 1, "f'{text}-{i}'"),
    ("fstringspec", 1, "f'{i:05d}'"),
    ("str_mul", 1, "x * 5", "x = 'ab'"),
    ("str_rjust", 1, "text.rjust(20)"),
    ("str_encode", 1, "text.encode()"),
    ("str_count", 1, "text.count('o')"),
    ("bytes_index", 1, "b[5]"),
    ("bytes_iter", 50, "for c in b: pass"),
    ("bytearrayset", 1, "ba[5] = 7"),
    ("bytes_slice", 1, "b[2:9]"),
    ("bytes_decode", 1, "b'abc'.decode()"),
    ("global", 1, "p2"),
    ("closure", 1, "g()", "x = 1\ndef g(): return x"),
    ("lambda", 1, "(lambda: 1)()"),
    ("make_function", 1, "def g(): pass"),
    ("getattr", 1, "getattr(p, 'a')"),
    ("getattrd", 1, "getattr(p, 'zz', None)"),
    ("hasattr", 1, "hasattr(p, 'a')"),
    ("setattr", 1, "setattr(p2, 'a', i)"),
    ("attrset", 1, "p2.a = i"),
    ("augattr", 1, "p2.a += 1"),
    ("augitem", 1, "numbers[3] += 1"),
    ("bound", 1, "m(i)", "m = p.m"),
    ("make_bound", 1, "p.m"),
    ("type", 1, "type(p)"),
    ("id", 1, "id(p)"),
    ("hash", 1, "hash(text)"),
    ("repr", 1, "repr(i)"),
    ("isnone", 1, "if p is None: pass"),
    ("ternary", 1, "1 if i else 2"),
    ("boolop", 1, "i and p or text"),
    ("while", 100, "while j < 100: j += 1\nj = 0", "j = 0"),
    ("bigint", 1, "x + i", "x = 10**30"),
    ("bigmul", 1, "x * x", "x = 10**30"),
    ("floatop", 1, "x = x * 1.5 + 0.25 - x", "x = 0.5"),
    ("cmpfloat", 1, "x < 1", "x = 0.5"),
    ("round", 1, "round(2.567, 2)"),
    ("complex", 1, "x * 2 + 1", "x = 1j"),
    ("import", 10, "import math"),
    ("assert", 1, "assert p"),
    ("dict_delete", 1, "d = {1: 2}; del d[1]"),
    ("set_add", 1, "q.add(i & 127)", "q = set()"),
    ("set_or", 20, "number_set | {1, 2}"),
    ("frozenset", 20, "frozenset(numbers)"),
    ("tuple", 20, "tuple(numbers)"),
    ("list", 20, "list(numbers)"),
    ("dict_copy", 20, "dict(by_number)"),
    ("dict_merge", 20, "{**by_text, **by_text}"),
    ("dict_keywords", 1, "dict(a=1, b=2)"),
    ("recursion", 50, "r(50)", "def r(n): return n if n < 2 else r(n - 1)"),
    ("nested", 100, "for j in range(10):\n    for k in range(10): pass"),
    ("yieldfrom", 100, "for j in through(100): pass"),
    ("send", 1, "g.send(i)", "g = forever(); next(g)"),
    ("next", 1, "next(g)", "g = iter(range(COUNT))"),
    ("format_float", 1, "f'{2.5:.1f}'"),
    ("print", 20, "print(i, file=null)"),
]


def make_loop(steps, statement, setup=""):
    """A function of no arguments that does the setup and then the statement in a loop."""
    indent = lambda text, by: "".join(by + line + "\n" for line in text.split("\n") if line)
    source = "def loop():\n%s    for i in range(%d):\n%s" % (
        indent(setup, "    "), COUNT // steps, indent(statement, "        "))
    scope = globals()
    exec(source, scope)
    return scope.pop("loop")


def measure_all(rounds, only):
    """{name: least nanoseconds per operation}."""
    loops = [(operation[0], make_loop(*operation[1:])) for operation in OPERATIONS
             if only in operation[0]]
    best = {}
    for _ in range(rounds):
        for name, loop in loops:
            start = time.process_time()
            loop()
            used = (time.process_time() - start) * 1e9 / COUNT
            best[name] = min(used, best.get(name, used))
    return best


def compare():
    import argparse
    import measure
    measure.require_python_3_11()
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--compare", required=True, metavar="ADDER")
    parser.add_argument("--rounds", type=int, default=5, metavar="N",
                        help="runs of each, in turn; the least time counts (default: 5)")
    parser.add_argument("--only", default="", metavar="TEXT")
    options = parser.parse_args()
    interpreters = [options.compare, measure.CPYTHON]
    peak = measure.build_peak()
    best = [{}, {}]
    for _ in range(options.rounds):
        for table, interpreter in zip(best, interpreters):
            result = measure.run_child(peak, [interpreter, __file__, "2", options.only])
            if not result.is_good():
                sys.exit("%s: %s" % (interpreter, result.complaint()))
            for line in result.stdout.decode().splitlines():
                name, value = line.split()
                table[name] = min(float(value), table.get(name, float(value)))
    ratios = {name: value / best[1][name] for name, value in best[0].items()}
    print("%-18s %6s %10s %10s" % ("operation", "ratio", "adder ns", "cpython ns"))
    for name in sorted(ratios, key=ratios.get, reverse=True):
        print("%-18s %6.2f %10.1f %10.1f" % (name, ratios[name], best[0][name], best[1][name]))
    print("%-18s %6.2f  (%d operations, %d above 1)" % (
        "geometric mean", measure.geometric_mean(ratios.values()), len(ratios),
        sum(ratio > 1 for ratio in ratios.values())))


if __name__ == "__main__":
    if "--compare" in sys.argv:
        sys.dont_write_bytecode = True
        compare()
    else:
        found = measure_all(int(sys.argv[1]) if len(sys.argv) > 1 else 3,
                            sys.argv[2] if len(sys.argv) > 2 else "")
        for name in found:
            print(name, "%.2f" % found[name])
