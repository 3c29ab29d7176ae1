# Slices of lists, tuples, strs and bytes with every kind of bounds and step; slice assignment.
import sys

bounds = (None, 0, 1, 3, 7, 8, 9, -1, -3, -8, -9, 100, -100, True, 2 ** 62, -2 ** 62, 2 ** 63, -2 ** 63, 2 ** 70,
          -2 ** 70)
steps = (None, 1, 2, 3, 8, 100, -1, -2, -7, -100, 2 ** 62, -2 ** 62, -2 ** 63, 2 ** 63 - 1, 2 ** 80, -2 ** 80, True)
sequences = ([], [1], list(range(8)), (), (1,), tuple(range(8)), "", "a", "abcdefgh", "abc\xe9\u20acf\U0001f600h",
             b"", b"abcdefgh", range(8))
total = 0
for sequence in sequences:
    lines = []
    for start in bounds:
        for stop in bounds:
            for step in steps:
                lines.append(sequence[start:stop:step])
    text = repr(lines)
    print(len(text), sum(i % 1009 * ord(c) for i, c in enumerate(text)), lines[5], lines[300])

items = list(range(8))
word = "abcdefgh"
print(items[6::-1], items[::-1], items[5:1:-2], items[-1:-9:-1], items[3:3:-1], [][::-1], word[::-1], word[6:1:-2])
print(word[:] is word, tuple(items)[::1] == tuple(items), (pair := (1, 2))[:] is pair, pair[::1] is pair)
for bad in (0, "x", 1.5):
    for sequence in (items, word, pair, b"xy"):
        try:
            print(sequence[::bad])
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("index", self.value)
        return self.value


print(items[Index(1):Index(6):Index(2)], word[Index(4)::-1])


class Sub(list):
    def __getitem__(self, key):
        return key


print(Sub()[1:2:-1], type(Sub([1, 2])[0:1]))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, len(target))


for size in (3, 8, 9, 31, 32, 33, 40):
    target = [Noisy(i) for i in range(size)]
    target[1:size - 1] = range(size - 2)
    target[:2] = []
    target[:] = [1, 2, 3]
    target.clear()

for size in (5, 32, 33, 70):
    work = list(range(1000, 1000 + size))
    for k in range(1, size + 1):
        work[:k] = work[k - 1::-1]
    print(work[:6], work[-6:], [sys.getrefcount(x) for x in work[:3]])
    work[2:4] = work
    work[1:1] = "ab"
    work[3:size:1] = (x for x in range(3))
    del work[1:3]
    work[5:2] = [9]
    print(len(work), work[:12])
