"""Generators: pipelines, generator expressions, send() and a merge of streams."""


def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def multiples_dropped(source, divisor):
    for n in source:
        if n % divisor:
            yield n


def pairs(source):
    previous = None
    for n in source:
        if previous is not None:
            yield previous, n
        previous = n


def running_mean():
    total, count, mean = 0, 0, 0
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total // count


def merge(left, right):
    a, b = next(left, None), next(right, None)
    while a is not None and b is not None:
        if a <= b:
            yield a
            a = next(left, None)
        else:
            yield b
            b = next(right, None)
    while a is not None:
        yield a
        a = next(left, None)
    while b is not None:
        yield b
        b = next(right, None)


def chain(*sources):
    for source in sources:
        yield from source


def main():
    stream = numbers(600000)
    for divisor in (2, 3, 5, 7):
        stream = multiples_dropped(stream, divisor)
    print(sum(b - a for a, b in pairs(stream)))

    mean = running_mean()
    next(mean)
    checksum = 0
    for i in range(1200000):
        checksum ^= mean.send(i)
    print(checksum)

    merged = merge((n * 3 for n in range(300000)), (n * 5 for n in range(300000)))
    checksum = 0
    for position, n in enumerate(merged):
        checksum = (checksum * 31 + n + position) & 0xFFFFFFF
    print(checksum)
    print(sum(chain(range(500000), (n * n for n in range(500000)), numbers(500000))))


main()
