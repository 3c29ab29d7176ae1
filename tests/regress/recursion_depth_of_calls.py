# repr(), hash(), __missing__ and partial objects counted otherwise towards the recursion limit than in CPython.
import functools
import sys


def depth(function):
    count[0] = 0
    try:
        function()
    except RecursionError as e:
        print(count[0], e)


count = [0]


class R:
    def __repr__(self):
        count[0] += 1
        return repr(self)


class F:
    def __repr__(self):
        count[0] += 1
        return f"{self!r}"


class H:
    def __hash__(self):
        count[0] += 1
        return hash(self)


class M(dict):
    def __missing__(self, key):
        count[0] += 1
        return self[key + 1]


def plain(x):
    count[0] += 1
    partial(x)


def named(x, y):
    count[0] += 1
    partial_named(x)


partial = functools.partial(plain)
partial_named = functools.partial(named, y=1)
depth(lambda: repr(R()))
depth(lambda: repr(F()))
depth(lambda: hash(H()))
depth(lambda: M()[0])
depth(lambda: partial(1))
depth(lambda: partial_named(1))
depth(lambda: sys.setrecursionlimit(1))
depth(lambda: sys.setrecursionlimit(*[1]))
depth(lambda: list(map(sys.setrecursionlimit, [1])))
depth(functools.partial(sys.setrecursionlimit, 1))
