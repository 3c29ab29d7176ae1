# Builtin operations at the edges of their short paths: mixed types, mutation meanwhile, overflow.
import gc


def show(label, make):
    try:
        print(label, make())
    except Exception as error:
        print(label, type(error).__name__, error)


# sum(): from 64 bits to big and back, bools, floats among ints, subclasses, other types, exceptions.
class Number(int):
    def __radd__(self, other):
        return "radd %s" % other

    def __add__(self, other):
        return Number(int(self) + other + 1)


def stops_early():
    yield 1
    yield 2
    return "ignored"


class Stopping:
    def __radd__(self, other):
        raise StopIteration("from add")


class Failing:
    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left == 0:
            raise ValueError("in next")
        return self.left


top = 2**63 - 1
show("ints", lambda: sum([1, 2, 3], 4))
show("overflow", lambda: sum([top, 1, -5, -2**64, 2**70]))
show("back", lambda: sum([top, top, -top, 7]))
show("low", lambda: sum((-2**63, -1, 1)))
show("bools", lambda: sum([True, False, True, 5]))
show("only bools", lambda: type(sum([True], False)))
show("floats", lambda: sum([0.1] * 10))
show("mixed", lambda: sum([1, 2, 0.5, 3, True, 2**80, 1.5]))
show("big float", lambda: sum([2.0, 10**400]))
show("negative zero", lambda: (sum([-0.0], -0.0), sum([-0.0])))
show("nan", lambda: sum([float("inf"), -float("inf")]))
show("complex", lambda: sum([1, 2.5, 3j, 4]))
show("lists", lambda: sum([[1], [2, 3]], []))
show("subclass", lambda: sum([1, Number(5)]))
show("subclass first", lambda: sum([2, 3], Number(5)))
show("text", lambda: sum(["a"]))
show("none", lambda: sum([1, None]))
show("generator", lambda: sum(stops_early()))
show("stop in add", lambda: sum([1, Stopping()]))
show("error in next", lambda: sum(Failing()))
show("empty", lambda: (sum([]), sum((), 1.5), sum({})))
growing = [1, 2, 3]
show("list that grows", lambda: sum(growing.append(1) or x if len(growing) < 6 else x for x in growing))

# chr()
for value in (0, 97, 255, 256, 0x10FFFF, 0x110000, -1, 2**40, 2**80, True, "a"):
    show("chr", lambda: ascii(chr(value)))


# isinstance(): a class that says to be another one.
class Disguised:
    @property
    def __class__(self):
        return dict


class Dynamic:
    def __getattribute__(self, name):
        return str if name == "__class__" else object.__getattribute__(self, name)


class Raising:
    @property
    def __class__(self):
        raise AttributeError("no class")


class Worse:
    @property
    def __class__(self):
        raise ValueError("bad class")


class Plain:
    pass


plain = Plain()
plain.__dict__["__class__"] = int
for thing in (Disguised(), Dynamic(), Raising(), plain, 5, "x", Plain, type):
    print(type(thing).__name__, [isinstance(thing, kind) for kind in (dict, str, int, type, Plain, object)],
          isinstance(thing, (int, (str, Plain))))
show("worse", lambda: isinstance(Worse(), int))

# Searching: many wrong candidates, first and last characters that agree, needles at the ends.
for hay, needle in (("a" * 100 + "b", "ab"), ("a" * 100, "ab"), ("abcab" * 40 + "abd", "abd"),
                    ("ab" * 50, "aab"), ("hello world", "wor"), ("hello world", "hello world"),
                    ("hello world", "hello worlds"), ("xyxyxyz", "xyz"), ("aXa" * 30 + "aYa", "aYa"),
                    ("aXa" * 17, "aYa"), ("", "a"), ("a", ""), ("ab", "b\x00"), ("caf\xe9" * 20, "\xe9c")):
    print(ascii(needle), needle in hay, hay.find(needle), hay.rfind(needle), hay.count(needle),
          hay.find(needle, 3, 90), len(hay.split(needle or "-")), hay.encode("latin-1").find(needle.encode("latin-1")))

# Sets from lists: order, unhashable items, items that change the list.
print(set([5, 1, 3, 1, 100, 65, 33]), frozenset(("only",)), set(list(range(20)) + [1.0, True]))
show("unhashable", lambda: set([1, [2]]))
show("unhashable set", lambda: set([1, {2}]))
source = []


class Growing:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        if len(source) < 5:
            source.append(Growing(len(source)))
        elif self.number == 4:
            source.clear()
        return self.number


source.append(Growing(0))
print(sorted(item.number for item in set(source)), len(source))


# Merging dicts: values that change the target or the source when they die.
class Dying:
    def __del__(self):
        target.clear() if clears else source_dict.update(new=1)


def merge():
    target.update(source_dict)
    return target


for clears in (True, False):
    target = {"a": Dying(), "b": 2}
    source_dict = {"a": 1, "c": 3, "d": 4}
    show("merge", merge)
print({**{"a": 1, 2: 3}, **{2: 4, "b": 5}, **{"a": 6}}, {**{1: 1}, **{1.0: 2, True: 3}})
gaps = {i: i for i in range(20)}
for i in range(0, 20, 3):
    del gaps[i]
print(dict(gaps), {**gaps, **gaps} == gaps, dict(gaps, x=1))


# %: plain conversions beside those with flags, too few and too many arguments.
class Text(str):
    def __str__(self):
        return "shown"


whole = "the whole"
print("%s" % whole is whole, "%s" % (whole,) is whole, "%s%s" % (whole, ""))
print("%s-%d" % ("x", 5), "%d%%" % 3, "%s %s" % (Text("raw"), Text), "%d %d" % (True, -2**63), "%d" % 2.9)
print("%5d|%-5d|%05d|%+d|%x" % (1, 2, 3, 4, 255), "%s %d" % ("\u20ac\U0001f600", 2**64), b"%d %s" % (7, b"b"))
for make in (lambda: "%s %s" % ("a",), lambda: "%s" % ("a", "b"), lambda: "%d" % "a", lambda: "%d" % (),
             lambda: "%s" % (), lambda: "x%" % (), lambda: "%(a)s %d" % {"a": 1}, lambda: "%d" % None,
             lambda: b"%s" % ("a",)):
    show("percent", make)

# Sums and differences of big ints around the lengths of words.
for left, right in ((2**64, -1), (2**64 - 1, 1), (2**128, -2**128), (2**63, -1), (-2**63, -1), (10**30, 0),
                    (2**1023, 2**1023), (2**1024, -1), (2**1088 - 1, 1), (2**1100, -2**1100 + 5), (5, -2**90)):
    total, difference = left + right, left - right
    print(total if abs(total) < 2**130 else hex(total)[-20:], difference.bit_length(), total - right == left)

# Bytes and text.
show("decode", lambda: b"caf\xc3\xa9".decode() + bytearray(b"x").decode())
show("bad decode", lambda: b"ab\xff".decode())
show("encode", lambda: "caf\xe9\u20ac".encode())
show("bad encode", lambda: "a\ud800".encode())
print(list(filter(None, [0, 1, -1, "", "a", None, True, 0.0, 2**70, []])), list(filter(bool, (0, 5))))


# Objects above the sizes of pools that come back from their finalizer, and tuples like them.
class Wide:
    __slots__ = tuple("s%d" % i for i in range(100))

    def __del__(self):
        kept.append(self)


kept = []
wide = Wide()
wide.s0 = wide
del wide
gc.collect()
Wide()
print(len(kept), gc.is_tracked(kept[1]))
kept.clear()
for i in range(50):
    rows = [tuple(range(100)) for _ in range(10)]
    rows.append(tuple([rows] * 80))
    gc.collect(i % 3)
print(len(rows[-1]), len(list(zip(*[range(3)] * 90))[2]))
