"""N queens: backtracking with lists, with bits, and by permutations from a generator."""


def place(size, row, columns, up, down):
    if row == size:
        return 1
    count = 0
    for column in range(size):
        if not columns[column] and not up[row + column] and not down[row - column + size - 1]:
            columns[column] = up[row + column] = down[row - column + size - 1] = True
            count += place(size, row + 1, columns, up, down)
            columns[column] = up[row + column] = down[row - column + size - 1] = False
    return count


def bits(full, columns, left, right):
    if columns == full:
        return 1
    count = 0
    free = full & ~(columns | left | right)
    while free:
        bit = free & -free
        free -= bit
        count += bits(full, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return count


def permutations(items):
    if len(items) <= 1:
        yield tuple(items)
        return
    for i, first in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (first,) + rest


def by_permutations(size):
    count = 0
    for rows in permutations(list(range(size))):
        if len({row + i for i, row in enumerate(rows)}) == size:
            if len({row - i for i, row in enumerate(rows)}) == size:
                count += 1
    return count


def main():
    print(place(10, 0, [False] * 10, [False] * 19, [False] * 19))
    print(place(9, 0, [False] * 9, [False] * 17, [False] * 17))
    print(bits((1 << 13) - 1, 0, 0, 0))
    print(by_permutations(8))


main()
