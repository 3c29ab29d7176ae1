"""Unpacking: tuples, nested and starred targets, swaps, results of calls, arguments."""


def divide(a, b):
    return a // b, a % b


def bounds(values):
    low = high = values[0]
    for value in values:
        low, high = min(low, value), max(high, value)
    return low, high


def rotate(a, b, c, rounds):
    for _ in range(rounds):
        a, b, c = b, c, a
        a, b = b, (a + 1) & 1023
    return a, b, c


def heads_and_tails(rounds):
    total = 0
    items = [1, 2, 3, 4, 5]
    for i in range(rounds):
        first, *middle, last = items
        total += first * last + len(middle)
        (a, b), c = (i, first), last
        total += a + b - c
        [x, y, *_] = middle
        total += x * y
    return total


def add_three(a, b, c):
    return a * 4 + b * 2 + c


def variadic(*numbers):
    first, *rest = numbers
    return first - len(rest)


def spread(rounds):
    point = (1, 2, 3)
    total = 0
    for i in range(rounds):
        total += add_three(*point)
        total += variadic(i, *point)
        low, high = bounds([i, *point])
        total += high - low
    return total


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) % 1000000007
    return a


def main():
    print(*rotate(1, 2, 3, 1500000))
    print(heads_and_tails(500000))
    print(spread(200000))
    print(fibonacci(1500000))
    total = 0
    for index, (quotient, remainder) in enumerate([divide(n, 7) for n in range(400000)]):
        total += quotient * remainder + index
    print(total)
    records = [("n%d" % i, (i, i * 2), [i] * 3) for i in range(150000)]
    print(sum(x * y - z for _, (x, y), (z, *_rest) in records))


main()
