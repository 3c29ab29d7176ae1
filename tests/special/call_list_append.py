# The method append of a list: subclasses, other types, lists that grow, that end, that change meanwhile, counts.
import gc
import sys

from _callables import *


class PlainList(list):
    pass


class Attributed(list):
    def __init__(self):
        self.extra = 1


class Counting(list):
    def append(self, a):
        list.append(self, ("counted", a))
        return "counted"


class Own:
    def __init__(self):
        self.items = []

    def append(self, a):
        self.items.append(a)
        return "own"

    def __repr__(self):
        return "Own(%r)" % self.items


class Raising:
    def append(self, a):
        raise ArithmeticError("no append")


class Static:
    append = staticmethod(lambda a: ("static", a))


class Class:
    append = classmethod(lambda cls, a: ("class", cls.__name__, a))


class Getter:
    append = property(lambda self: [].append)


class Unbound:
    append = list.append


def shadowing(value):
    made = Attributed()
    made.append = value
    return made


def call(o, a):
    return o.append(a)


def dropped(o, a):
    o.append(a)
    return "dropped"


def to_local(o, a):
    found = o.append(a)
    return found


def over_item(o, a):
    a = o.append(a)
    return a


def over_list(o, a):
    o = o.append(a)
    return o


def twice(o, a):
    return o.append(a), o.append(a)


def chosen(o, a):
    """Other methods at the same place."""
    return (o.append if isinstance(o, list) else o.add)(a)


def through_class(o, a):
    return type(o).append(o, a)


def in_loop(o, a):
    for number in range(3):
        o.append(number)
    return o.append(a)


def in_comprehension(o, a):
    return [o.append(item) for item in (a, a)]


places = [call, dropped, to_local, over_item, over_list, twice, chosen, through_class, in_loop, in_comprehension]
strangers = [PlainList, Attributed, Counting, Own, Raising, Static, Class, Getter, Unbound, bytearray, set, dict, tuple, str,
             lambda: shadowing(one_parameter), lambda: shadowing([].append), lambda: shadowing(len), lambda: shadowing(5),
             lambda: None, lambda: 5, lambda: list, lambda: PlainList,
             lambda: __import__("collections").deque()]
for place in places:
    print(place.__name__)
    for stranger in strangers:
        guessed = []
        for _ in range(45):
            attempt(place, guessed, 1)
        other, one = stranger(), [1]
        print("  ", type(other).__name__, "|", attempt(place, other, 65), "|", show(other)[:60], "|", attempt(place, one, 2), one)
    for _ in range(200):
        for stranger in strangers:
            attempt(place, stranger(), 65)
    for _ in range(3000):
        attempt(place, [], 1)
    one = []
    print("   again", attempt(place, one, 5), one)

# other methods of lists at the place of append
def method(o, name, a):
    return (o.append if name == "append" else o.extend if name == "extend" else o.count if name == "count" else
            o.remove)(a)


def bound(f, a):
    return f(a)


def unbound(f, o, a):
    return f(o, a)


one = [1, 2]
for name, a in ("append", 5), ("extend", [6]), ("count", 5), ("remove", 1), ("append", [7]), ("extend", 5), ("remove", 99):
    for _ in range(60):
        method([1], "append", 2)
    print(name, attempt(lambda o, a: method(o, name, a), one, a), one)
for f in one.append, one.count, one.extend, PlainList().append, Counting().append, [].append, set().add, 5, len:
    for _ in range(60):
        bound([].append, 1)
    print(attempt(bound, f, "x"), one)
for f, o in ((list.append, one), (list.append, PlainList()), (list.append, ()), (Counting.append, Counting()),
             (Counting.append, one), (set.add, {1}), (list.append, None)):
    for _ in range(60):
        unbound(list.append, [], 1)
    try:
        print(unbound(f, o, 8), o)
    except TypeError as error:
        print(error)

# wrong numbers of arguments, keywords, stars, at warm places
def none(o):
    return o.append()


def two(o):
    return o.append(1, 2)


def keyword(o):
    return o.append(object=1)


def star(o):
    return o.append(*(1,))


def star_two(o):
    return o.append(*(1, 2))


for place in none, two, keyword, star, star_two:
    for _ in range(60):
        attempt(place, [])
    print(place.__name__, attempt(place, []), attempt(place, PlainList()), attempt(place, Own()))

# lists of all lengths grow, by all kinds of items
for length in list(range(20)) + [63, 64, 65, 100, 1000]:
    one = list(range(length))
    for number in range(20):
        call(one, number)
    exact = [None] * length
    dropped(exact, length)
    sliced = one[:length]
    dropped(sliced, "end")
    shrunk = one * 3
    del shrunk[length // 2:]
    dropped(shrunk, "end")
    print(length, len(one), one[-3:], len(exact), exact[-1], len(sliced), sliced[-1], len(shrunk), shrunk[-1])
one = []
for _ in range(3000):
    dropped(one, one)
print(len(one), all(item is one for item in one), sys.getrefcount(one) > 3000)
one.clear()
dropped(one, 1)
one.pop()
dropped(one, 2)
print(one)


def sums(n):
    squares, total = [], 0
    for number in range(n):
        squares.append(total)
        total += number * 1.5
        squares.append(number)
    return squares[-4:]


print(sums(100), sums(300))


# the list changes while the item is computed
def computed(o, f):
    return o.append(f(o))


for f in list.clear, list.pop, len, lambda o: o.append(1), lambda o: o.extend(range(50)), lambda o: o.sort():
    for _ in range(60):
        computed([1], len)
    one = [3, 2]
    print(attempt(computed, one, f), one[:6], len(one))

# a list that is sorted, iterated, in use
one = [3, 1, 2]
try:
    one.sort(key=lambda item: dropped(one, item))
except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
print(len(one))
one = [1]
for item in one:
    if item < 200:
        dropped(one, item + 1)
print(len(one), one[-1])


# ends: of the item, of the list, of both
class EndsItself(Mortal):
    def __del__(self):
        print("    end of", self.name, len(self.list))


def temporary(name):
    [Mortal(name + " held")].append(Mortal(name))
    print("    next statement")
    kept = []
    kept.append(Mortal(name + " kept"))
    kept.append(EndsItself(name + " with the list"))
    kept[1].list = kept
    kept.append(None)
    del kept[1]
    print("    before the end")


for number in range(3):
    temporary("number %d" % number)
    attempt(lambda name: ().append(Mortal(name)), "no append")
    attempt(call, Raising(), Mortal("refused"))
    attempt(call, 5, Mortal("refused too"))
    print("    ", attempt(lambda name: [].append(Mortal(name), 1), "too many"))


def only_reference(get, a):
    return get().append(a)


for _ in range(60):
    only_reference(list, 1)
print(only_reference(lambda: [Mortal("in a list that ends")], Mortal("appended to it")))
print(only_reference(lambda: PlainList([Mortal("in a list that ends")]), Mortal("appended to it")))
kept = [Mortal("in a list that stays")]
print(only_reference(lambda: kept, Mortal("appended to it")), len(kept))
kept.clear()
gc.collect()
marker, items = object(), []
count = sys.getrefcount(marker), sys.getrefcount(items), sys.getrefcount(None)
for place in call, dropped, to_local, over_item, over_list, through_class:
    for _ in range(50):
        place(items, marker)
print(sys.getrefcount(marker) - count[0], sys.getrefcount(items) - count[1], len(items))
for place in places:
    print(attempt(place, 5, marker), attempt(place, Raising(), marker), sys.getrefcount(marker) - count[0])
items.clear()
print(sys.getrefcount(marker) - count[0])
