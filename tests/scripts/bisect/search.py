# bisect and insort: places, bounds, keys, errors, sequences of other kinds.
import bisect
import _bisect

items = [1, 2, 2, 2, 5, 9]
for x in (0, 1, 2, 3, 5, 9, 10):
    print(x, bisect.bisect_left(items, x), bisect.bisect_right(items, x), bisect.bisect(items, x, 2),
          bisect.bisect_left(items, x, 1, 4), bisect.bisect_left(items, -x, key=lambda v: -v))
CASES = """bisect.bisect_left()
bisect.bisect_left([1])
bisect.bisect_left([1], 1, -1)
bisect.bisect_left(a=[1], x=1, lo=0, hi=None, key=None)
bisect.bisect_left([1, 2], 1, 0, 5)
bisect.bisect_left(5, 1)
bisect.bisect_left(5, 1, 0, 3)
bisect.bisect_left([1], 1, 0, 1, None)
bisect.bisect_left([1], 1, 'a')
bisect.bisect_left([1], 1, 0, 'a')
bisect.bisect_left(['a'], 1)
bisect.bisect_right(['a'], 1)
bisect.insort_left((), 1)
bisect.bisect_left({}, 1)
bisect.bisect_left([1], 1, key=5)
bisect.bisect_left([1], 1, 0, 10**30)
bisect.bisect_left([1, 2, 3], 5, 0, -1)
bisect.bisect_left([1], 1, 2, 3, x=1)
bisect.bisect('abd', 'c'), bisect.bisect((1, 2), 2), bisect.bisect(range(100), 50.5)
bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right
bisect.bisect_left.__doc__, bisect.insort_right.__doc__, bisect.__doc__
bisect.bisect_right"""
for line in CASES.splitlines():
    try:
        print(line, '->', eval(line))
    except Exception as error:
        print(line, '->', type(error).__name__, error)
result, left = [], []
for x in (5, 3, 3.0, 9, 1, True, 7):
    bisect.insort(result, x)
    bisect.insort_left(left, x)
print(result, left)
words = []
for word in ('pear', 'fig', 'apple', 'kiwi', 'date'):
    bisect.insort(words, word, key=len)
print(words)


class Own(list):
    def insert(self, index, item):
        print('insert', index, item)
        return 'ignored'


print(bisect.insort(Own([1, 2, 3]), 2))


class Sequence:
    def __len__(self):
        return 10

    def __getitem__(self, index):
        return index * index


print(bisect.bisect(Sequence(), 50))


class Shrinks:
    def __init__(self, items):
        self.items = items

    def __lt__(self, other):
        self.items.clear()
        return True


items = list(range(100))
try:
    print(bisect.bisect(items, Shrinks(items)))
except IndexError as error:
    print(error)
