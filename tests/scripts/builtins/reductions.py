# sum, min, max, any, all, zip, map and filter over lists and tuples: what changes or fails on the way.
import itertools


class Ends:
    # __next__ raises what it was given after `count` items.
    def __init__(self, count, error):
        self.count, self.error = count, error

    def __iter__(self):
        return self

    def __next__(self):
        if self.count == 0:
            raise self.error
        self.count -= 1
        return self.count


for function in (sum, min, max, any, all, list, tuple, set, sorted):
    print(function.__name__, function(Ends(3, StopIteration)), end=" ")
    try:
        function(Ends(3 if function is not any else 1, KeyError("k")))
    except KeyError as error:
        print(repr(error))
print(sum([1, 2.5, True, 2**63]), sum((2**63 - 1, 1)), sum([0.1] * 10), sum([[1], [2]], []), sum([], 5))
nan = float("nan")
print(min([nan, 1.0]), min([1.0, nan]), max([2, 2.0]), max([True, 1]), min(["b", "a", "ab"]), min("\u0101b", "ab"))
print(max([(1, "b"), (1, "c"), (0, "z")]), min([(1, nan), (1, nan)]), min([(1,), (1, 0), ()]), max([(2**70, 1), (2**70, 2)]))
print((nan,) == (nan,), (1, nan) < (1, nan), (1, 2.0) == (1, 2), (1, "a") != (1, "a"), [(1, 2) < (1, 2, 3)])
try:
    min([(1, "a"), (1, 2)])
except TypeError as error:
    print(error)
print(min([3, 1, 2], key=lambda x: -x), max([], default="none"), min(5, 3, 4), max("ab", "b", key=len))


class Grows:
    def __init__(self, items):
        self.items = items

    def __bool__(self):
        if len(self.items) < 6:
            self.items.append(self)
        else:
            self.items.clear()
        return False

    def __lt__(self, other):
        return bool(self)

    __gt__ = __lt__


for function in (any, min, max):
    items = []
    items.extend([Grows(items) for _ in range(3)])
    function(items)
    print(function.__name__, len(items))
items = [1, 2, 3]
pairs = zip(items, iter(items), (7, 8, 9))
print(next(pairs), items.append(4), list(pairs), list(pairs))
chain = itertools.chain(items, items)
print(next(chain), items.clear(), list(chain), items.append(5), list(chain))
print(list(map(lambda x: x + 1, (1, 2))), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "a"])))
print(list(itertools.zip_longest([1, 2], (3,), fillvalue=0)), list(itertools.chain.from_iterable([[1], (2,), "3"])))
