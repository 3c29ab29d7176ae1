# Union, differences and copies of sets with more than 64 slots, with and without deleted entries:
# the order in which they print is CPython's, also where the result grows while it is made.
import random

random.seed(3)


def make(count, limit, dead):
    values = [random.randrange(limit) for _ in range(count)]
    result = set(values)
    for value in values[:dead]:
        result.discard(value)
    return result


def show(*sets):
    lengths.append(sum(map(len, sets)))
    orders.append(hash(tuple(map(tuple, sets))))


for count in (0, 1, 4, 5, 12, 18, 19, 20, 33, 63, 64, 76, 77, 78, 150, 310, 400):
    for other in (0, 3, 19, 40, 77, 200):
        lengths, orders = [], []
        for dead in (0, 7, 40):
            a = make(count, 5000, dead)
            b = make(other, 5000, dead // 2)
            show(a | b, a & b, a - b, a ^ b, a.copy(), a.union(b, [1, 2], b))
            c = a.copy()
            c |= b
            d = a.copy()
            d ^= b
            e = a.copy()
            e -= b
            f = a.copy()
            f &= b
            show(c, d, e, f)
            points = {(x % 7, x) for x in a}
            more = {(x % 7, x) for x in b}
            show(points | more, points & more, points - more, points ^ more)
        print(count, other, lengths, hash(tuple(orders)))

a = set(range(100))
print((a | a) == a, (a ^ a), (a - a), a | set() == a, set() | a == a)
frozen = frozenset(range(60)) | {1, 2, 1000}
print(type(frozen), len(frozen))


class Sub(set):
    pass


print(type(Sub(range(70)) | set(range(90))), len(Sub(range(70)) ^ set(range(90))))
