# Iterables that make the guess of a loop's instruction fail.
from _objects import Mortal, show


class PlainInt(int):
    pass


class PlainList(list):
    pass


class IteratingList(list):
    def __iter__(self):
        return iter(("of its own", "iterator"))


class ByItems:
    def __getitem__(self, index):
        if index == 3:
            raise IndexError
        return index * 1000


class ByMethod:
    def __init__(self):
        self.count = 1000

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count > 1003:
            raise StopIteration
        return self.count


class Endless:
    def __iter__(self):
        return self

    def __next__(self):
        return "more"


class RaisingLater(ByMethod):
    def __next__(self):
        if self.count == 1002:
            raise ArithmeticError("no more")
        return super().__next__()


class RaisingAtOnce:
    def __iter__(self):
        raise ArithmeticError("no iterator")


class NoIterator:
    def __iter__(self):
        return 5


def number_generator(count):
    for number in range(count):
        yield number * 1000


def iterables():
    return [range(3), range(1000, 1003), [1, 2, 3], (1, 2, 3), number_generator(3), "abc", b"abc", {1: 2, 3: 4}, {1: 2}.items(),
            {5}, frozenset((6,)), PlainList([1, 2]), IteratingList([1]), ByItems(), ByMethod(), RaisingLater(),
            RaisingAtOnce(), NoIterator(), None, 5, int, list, enumerate("ab"), zip("ab", "cd"), map(str, (1, 2)),
            filter(None, (0, 1)), reversed([1, 2]), reversed((1, 2)), iter(lambda: 1, 1), range(2**64, 2**64 + 2), [],
            (), range(0), "", number_generator(0), [(1, 2), (3, 4)], ((1, 2), "ab"), [[1, 2], [3]], {(1, 2): 3},
            iter([1, 2]), iter((1, 2)), iter(range(3)), iter({}), (item for item in (1, 2)), {}.values()]


def attempt(place, o):
    try:
        return show(place(o))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def drive(places, guess):
    """Every iterable after the guessed kind, and the guessed kind after it."""
    for place in places:
        print(place.__name__)
        for other in iterables():
            for _ in range(3):
                attempt(place, guess())
            text = attempt(place, other)
            print("  ", show(other)[:40], "|", text, "|", attempt(place, guess()), "|", attempt(place, other))
