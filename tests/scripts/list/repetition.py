# Repeated lists and tuples, how often their items are counted; lists that are equal for a while.
import sys


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a, b, c = Thing("a"), Thing("b"), Thing("c")
base = sys.getrefcount(a)
for count in (-1, 0, 1, 2, 3, 7, 8, 64, 100):
    many = [a] * count
    pairs = [a, b] * count
    triple = (a, b, c) * count
    work = [a, b, c]
    work *= count
    again = count * [c, a]
    print(count, len(many), len(pairs), len(triple), len(work), sys.getrefcount(a) - base, sys.getrefcount(c) - base)
    print(all(x is (a, b, c)[i % 3] for i, x in enumerate(work)), all(x is (a, b)[i % 2] for i, x in enumerate(pairs)),
          all(x is (a, b, c)[i % 3] for i, x in enumerate(triple)), again == [c, a] * count)
    many = pairs = triple = work = again = None
print(sys.getrefcount(a) - base)
single = (a,) * 5
del a
single = None
print("gone")
nested = [[]] * 3
nested[0].append(1)
print(nested, [None] * 2, [0] * 3 * 2, (1, 2) * 3, [1, 2, 3] * 5)
for bad in (lambda: [1, 2] * (1 << 62), lambda: (1, 2) * (1 << 62), lambda: [1] * 1.0, lambda: [1] * "a"):
    try:
        bad()
    except (MemoryError, TypeError) as error:
        print(type(error).__name__)

same = list(range(1000, 1050))
for other in (same[:], same[:-1], same + [1], same[:20] + [0] + same[21:], [], same[:1]):
    print([same == other, same != other, same < other, same <= other, same > other, same >= other, other == same])


class Odd:
    def __init__(self, target, action):
        self.target, self.action = target, action

    def __eq__(self, other):
        self.action(self.target)
        return True


for action in (list.clear, lambda x: x.append(1), lambda x: x.pop(), lambda x: x.extend(range(100))):
    left = [1, 2, 3, 4, 5]
    left[2] = Odd(left, action)
    right = [1, 2, 3, 4, 5]
    print(left == right, len(left))
    left = [1, 2, 3, 4, 5]
    right = [1, 2, 3, 4, 5]
    left[2] = Odd(right, action)
    print(left == right, len(right))
    left = [1, Odd(right, action), 3]
    print(left < right, len(right))
