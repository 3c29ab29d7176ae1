# Calls by keyword: every mix of kinds of parameters with names that are given, missing, doubled, unknown.
import itertools
import sys


class Name(str):
    """A name of another class, as ** may bring it."""


class Odd(str):
    """Equal to nothing but itself, although it hashes as its text."""

    def __eq__(self, other):
        return self is other

    __hash__ = str.__hash__


class Alias(str):
    """Equal to b."""

    def __eq__(self, other):
        return other == "b"

    def __hash__(self):
        return hash("b")


def plain(a, b): return a, b
def defaults(a, b="B", c="C"): return a, b, c
def positional(a, b="B", /): return a, b
def positional_mixed(a, /, b, c="C"): return a, b, c
def positional_keywords(a, b="B", /, **k): return a, b, k
def star(a, *b): return a, b
def star_default(a, b="B", *c): return a, b, c
def keyword_only(a, *, b): return a, b
def keyword_default(a, *, b="B", c): return a, b, c
def star_keyword(*a, b, c="C"): return a, b, c
def keywords(**k): return k
def a_and_keywords(a, **k): return a, k
def b_and_keywords(b="B", *, c="C", **k): return b, c, k
def everything(a, /, b, c="C", *d, e, f="F", **k): return a, b, c, d, e, f, k
def only_defaults(a="A", b="B", *, c="C", d="D"): return a, b, c, d
def nothing(): return ()
def with_cell(a, b="B", *, c="C"): return (lambda: (a, b, c))()
def generator(a, b="B", *, c="C"): yield a, b, c
plain_lambda = lambda a, *, b="B": (a, b)


class Class:
    def __init__(self, a, b="B", *, c="C"):
        self.args = a, b, c

    def method(self, a, b="B", *, c="C"): return a, b, c
    @classmethod
    def of_class(cls, a, b="B", **k): return cls.__name__, a, b, k
    @staticmethod
    def static(a, /, b="B", **k): return a, b, k
    def __call__(self, a, *, b="B", **k): return a, b, k


class Meta(type):
    def __call__(cls, *a, **k): return "of the metaclass", a, k


class OfMeta(metaclass=Meta):
    pass


class WithNew:
    def __new__(cls, a, *, b="B"): return a, b


class NewAndInit:
    def __new__(cls, *a, **k): return super().__new__(cls)
    def __init__(self, a, *, b="B"): self.args = a, b


one = Class(0)
functions = [plain, defaults, positional, positional_mixed, positional_keywords, star, star_default, keyword_only,
             keyword_default, star_keyword, keywords, a_and_keywords, b_and_keywords, everything, only_defaults, nothing,
             with_cell, generator, plain_lambda, Class, one.method, Class.method, one.of_class, Class.of_class, Class.static,
             one, OfMeta, WithNew, NewAndInit]


def none(f): return f()
def one_a(f): return f(a=1)
def one_b(f): return f(b=1)
def ab(f): return f(a=1, b=2)
def ba(f): return f(b=1, a=2)
def cba(f): return f(c=1, b=2, a=3)
def p_b(f): return f(1, b=2)
def p_a(f): return f(1, a=2)
def p_c(f): return f(1, c=2)
def p_cb(f): return f(1, c=2, b=3)
def pp_b(f): return f(1, 2, b=3)
def pp_c(f): return f(1, 2, c=3)
def pp_ce(f): return f(1, 2, c=3, e=4)
def ppp_e(f): return f(1, 2, 3, e=4)
def pppp_ef(f): return f(1, 2, 3, 4, 5, e=6, f=7)
def p_x(f): return f(1, x=2)
def p_xy(f): return f(1, y=2, x=3)
def p_bx(f): return f(1, b=2, x=3)
def many(f): return f(1, e=2, f=3, g=4, b=5, h=6, c=7)
def self_name(f): return f(self=1, a=2)
def cls_name(f): return f(1, cls=2)
def star_b(f): return f(*(1,), b=2)
def b_star(f): return f(b=1, *(2, 3))
def stars(f): return f(*[1, 2], **{"c": 3, "e": 4})
def two_stars(f): return f(**{"a": 1}, **{"b": 2})
def doubled(f): return f(a=1, **{"a": 2})
def doubled_stars(f): return f(**{"b": 1}, **{"b": 2})
def name_class(f): return f(1, **{Name("b"): 2})
def name_class_unknown(f): return f(1, **{Name("x"): 2})
def name_class_first(f): return f(**{Name("a"): 1, "b": 2})
def odd(f): return f(1, **{Odd("b"): 2})
def alias(f): return f(1, **{Alias("zz"): 2})
def alias_doubled(f): return f(1, b=2, **{Alias("zz"): 2})
def no_text(f): return f(1, **{5: 2})
def no_text_beside(f): return f(**{"a": 1, None: 2})
def made_name(f): return f(1, **{"".join(["", "b"]): 2})
def empty_name(f): return f(1, **{"": 2})
def accent(f): return f(1, é=2)
def no_mapping(f): return f(1, **[("b", 2)])
def no_iterable(f): return f(*5, b=1)


places = [none, one_a, one_b, ab, ba, cba, p_b, p_a, p_c, p_cb, pp_b, pp_c, pp_ce, ppp_e, pppp_ef, p_x, p_xy, p_bx, many,
          self_name, cls_name, star_b, b_star, stars, two_stars, doubled, doubled_stars, name_class, name_class_unknown,
          name_class_first, odd, alias, alias_doubled, no_text, no_text_beside, made_name, empty_name, accent, no_mapping,
          no_iterable]


def show(value):
    if isinstance(value, dict):
        return {str(key) + ":" * (type(key) is not str): item for key, item in value.items()}
    return tuple(map(show, value)) if type(value) is tuple else value


def look(place, f):
    try:
        found = place(f)
        if type(found) is type(generator(0)):
            found = next(found)
        return show(getattr(found, "args", found))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


for place in places:
    print(place.__name__)
    for f in functions:
        first = look(place, f)
        for _ in range(45):
            look(place, f)
        again = look(place, f)
        print("  ", getattr(f, "__qualname__", type(f).__name__), "|", first, "" if again == first else again)
for _ in range(60):
    for f in functions:
        for place in places:
            look(place, f)
print(sum(len(str(look(place, f))) for place in places for f in functions))


# more than 16 parameters, and names in every order
names = ["p%d" % number for number in range(40)]
space = {}
exec("def wide(%s): return (%s)" % (", ".join(name + "=-%d" % i for i, name in enumerate(names)), ", ".join(names)), space)
exec("def wide_only(*, %s): return (%s)" % (", ".join(name + "=-%d" % i for i, name in enumerate(names)), ", ".join(names)),
     space)
exec("def wide_needed(%s, *, %s): return (%s)" % (", ".join(names[:20]), ", ".join(names[20:]), ", ".join(names)), space)
exec("def wide_half(%s, /, %s, **k): return (%s, k)" % (", ".join(names[:20]), ", ".join(names[20:]), ", ".join(names)), space)
wide, wide_only, wide_needed, wide_half = (space[name] for name in ("wide", "wide_only", "wide_needed", "wide_half"))


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except TypeError as error:
        return str(error)


backwards = {name: number for number, name in reversed(list(enumerate(names)))}
for f in wide, wide_only, wide_needed, wide_half:
    print(f.__name__, attempt(f))
    print(attempt(f, **backwards))
    print(attempt(f, *range(20), **dict(itertools.islice(backwards.items(), 20))))
    print(attempt(f, *range(21), **dict(itertools.islice(backwards.items(), 20))))
    print(attempt(f, *range(41)))
    print(attempt(f, **backwards, q=1))
    print(attempt(f, *range(20), p39=1, p5=2))
    print(attempt(f, *range(20), p38=1, p20=2, nothing=3))
    print(attempt(f, p0=0, p17=1, p16=2, p15=3, p18=4))
source = "wide(%s)" % ", ".join("%s=%d" % item for item in backwards.items())
print(eval(source, space))
print(eval("wide_only(%s)" % ", ".join("p%d=%d" % (n, n) for n in (39, 0, 17, 16, 15, 31, 32, 33)), space)[14:18])


# defaults that change, keyword defaults that come and go
def changing(a, b=1, *, c=2, d=3):
    return a, b, c, d


def by_c(f):
    return f(0, c=9)


def by_b(f):
    return f(b=8, a=7)


def both(f):
    return look(by_c, f), look(by_b, f)


for _ in range(60):
    both(changing)
print(both(changing))
changing.__defaults__ = (5, 6)
print(both(changing), look(none, changing))
changing.__defaults__ = None
print(both(changing))
changing.__defaults__ = (1,)
changing.__kwdefaults__ = {"d": 4}
print(both(changing))
changing.__kwdefaults__["c"] = 5
print(both(changing))
del changing.__kwdefaults__["d"]
print(both(changing))
changing.__kwdefaults__ = None
print(both(changing))
changing.__kwdefaults__ = {"c": 1, "d": 2, "nothing": 3}
print(both(changing))
changing.__code__ = (lambda b, *, a=1, c: (b, a, c)).__code__
print(both(changing), look(p_c, changing))


# what the arguments are while they are bound, and when they die
class Mortal:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "<%s>" % self.name

    def __del__(self):
        print("    end of", self.name)


def mortal(f):
    print("  ", f(Mortal("first"), c=Mortal("c"), b=Mortal("b")))


def refused(f):
    f(Mortal("first"), x=Mortal("x"), b=Mortal("b"))


def doubled_mortal(f):
    f(Mortal("first"), Mortal("second"), b=Mortal("b"), a=Mortal("a"))


for f in defaults, only_defaults, everything, a_and_keywords, with_cell, one.method, keyword_only, nothing, Class:
    for place in mortal, refused, doubled_mortal:
        for _ in range(2):
            try:
                place(f)
            except TypeError as error:
                print("   ", error)
marker = object()
for f in defaults, positional_keywords, star_keyword, everything, with_cell, a_and_keywords:
    for _ in range(60):
        attempt(f, marker, b=marker, c=marker)
    before = sys.getrefcount(marker)
    for _ in range(50):
        attempt(f, marker, b=marker, c=marker)
        attempt(f, marker, b=marker, x=marker)
        attempt(f, marker, a=marker)
    print(f.__name__, sys.getrefcount(marker) - before)


def evaluation(log):
    def say(value):
        log.append(value)
        return value
    try:
        say(defaults)(say(1), *say((2,)), c=say(3), **say({}))
        say(plain)(b=say(1), *say((2,)))
        say(plain)(a=say(1), **say({"a": 2}), b=say(3))
    except TypeError as error:
        log.append(str(error))
    return [value if not callable(value) else value.__name__ for value in log]


print(evaluation([]))
nested = lambda **k: {key: value for key, value in sorted(k.items())}
print(nested(b=nested(d=1, c=2), a=nested(), **nested(f=3, e=4)))
kept = keywords(b=1, a=2)
other = keywords(b=1, a=2)
kept["c"] = 3
print(kept, other, keywords(**kept) is kept)
