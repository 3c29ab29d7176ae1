"""Closures: counters with nonlocal, composed functions, memoised functions, lambdas."""


def make_counter(step):
    count = 0

    def increment():
        nonlocal count
        count += step
        return count

    return increment


def compose(f, g):
    return lambda x: f(g(x))


def make_adder(n):
    def add(x):
        return x + n
    return add


def memoise(function):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = function(n)
        return cache[n]

    return wrapper


def count_many(rounds):
    counters = [make_counter(step) for step in range(1, 6)]
    total = 0
    for _ in range(rounds):
        for counter in counters:
            total += counter()
    return total


def pipeline(rounds):
    function = make_adder(1)
    for n in range(2, 8):
        function = compose(function, make_adder(n))
    total = 0
    for i in range(rounds):
        total += function(i)
    return total


def make_and_drop(rounds):
    total = 0
    for i in range(rounds):
        total += make_adder(i)(1)
    return total


def paths(size):
    @memoise
    def count(cell):
        row, column = cell // size, cell % size
        if row == 0 or column == 0:
            return 1
        return (count(cell - 1) + count(cell - size)) % 1000003
    return count(size * size - 1)


def main():
    print(count_many(300000))
    print(pipeline(130000))
    print(make_and_drop(700000))
    print(sum(paths(size) for size in range(3, 90)))


main()
