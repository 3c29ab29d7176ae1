# What id() and `is` say of numbers: one that was asked for its id, and one that another name holds.
import sys


def kept_id(a, c):
    before = id(a)
    b = a
    a += c
    return id(b) == before, id(a) == before, a is b


def changed_id(a, c):
    before = id(a)
    a += c
    return id(a) == before


def swapped(a, c):
    first, second = id(a), id(c)
    a, c = c, a
    return id(a) == second, id(c) == first


def of_items(a, c):
    items = [a, a]
    items[0] += c
    return items[0] is items[1], items[1] is a, items[0] is a


def of_attribute(a, c):
    class Holder:
        x = a
    o = Holder()
    o.x += c
    return o.x is Holder.x, Holder.x is a


def of_cell(a, c):
    def get():
        return a
    b = a
    same = get() is a, get() is b
    a += c
    return same, get() is a, get() is b


def of_loop(a, c):
    seen = []
    for _ in range(4):
        seen.append(a)
        a += c
    return [x is y for x in seen for y in seen]


def of_generator(a, c):
    def run():
        x = a
        while True:
            yield x
            x += c
    steps = run()
    found = [next(steps) for _ in range(3)]
    return found[0] is a, found[0] is found[1], found[1] is found[2]


def of_argument(a, c):
    def same(x):
        return x is a
    b = a
    results = [same(a), same(b), same(a + c)]
    a += c
    return results + [same(a), same(b)]


def of_constant(a, c):
    x = y = 123456
    z = 123456
    x += c
    return x is y, y is z, z == 123456


def of_default(a, c):
    def f(x=a):
        return x is a
    first = f()
    return first, f(a + c)


def of_small(a, c):
    x = 256
    y = x + 0
    x = x + 1 - 1
    return x is y, (x + 1) is (y + 1)


def counts(a, c):
    """An object beside the numbers: what the places hold of it."""
    marker = object()
    count = sys.getrefcount(marker)
    held = [(a, marker)]
    a += c
    held.append((a, marker))
    found = sys.getrefcount(marker) - count
    held.clear()
    return found, sys.getrefcount(marker) - count


for function in (kept_id, changed_id, swapped, of_items, of_attribute, of_cell, of_loop, of_generator, of_argument,
                 of_constant, of_default, of_small, counts):
    for a, c in (1000, 1), (1000.5, 1.5), (2**62, 2**62), (2**70, 1), (10**6, 0.5), (3 + 4j, 1):
        answers = {str(function(a, c)) for _ in range(5)}
        print(function.__name__, a, c, answers.pop() if len(answers) == 1 else sorted(answers))
