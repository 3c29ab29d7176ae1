"""Dictionaries: counting, lookup by str and int and tuple, deletion, views, grouping."""


def count_values(rounds):
    counts = {}
    state = 7
    for _ in range(rounds):
        state = (state * 1103515245 + 12345) % 2147483648
        key = (state >> 16) % 5003
        counts[key] = counts.get(key, 0) + 1
    total = 0
    for key, count in counts.items():
        total += key * count % 17
    return len(counts), total


def lookup_strings(rounds):
    table = {}
    for i in range(1000):
        table["name" + str(i)] = i
    names = list(table)
    total = 0
    for i in range(rounds):
        name = names[i * 7 % 1000]
        if name in table:
            total += table[name]
        table[name] = i & 255
    return total


def insert_and_delete(rounds):
    table = {}
    for i in range(rounds):
        table[i] = i
        if i >= 100:
            del table[i - 100]
    return len(table), sum(table.values())


def grid(size):
    cells = {}
    for x in range(size):
        for y in range(size):
            cells[x, y] = x * y
    total = 0
    for x in range(1, size - 1):
        for y in range(1, size - 1):
            total += cells[x - 1, y] + cells[x + 1, y] - cells[x, y - 1]
    return total


def group(rounds):
    groups = {}
    for i in range(rounds):
        groups.setdefault(i * i % 97, []).append(i)
    return sum(key * len(members) for key, members in groups.items())


def merge(rounds):
    left = {i: i for i in range(20)}
    right = {i: -i for i in range(10, 30)}
    total = 0
    for i in range(rounds):
        both = {**left, **right}
        both.update(left)
        both.pop(i % 30)
        total += len(both)
    return total


def main():
    print("count", *count_values(900000))
    print("lookup", lookup_strings(1000000))
    print("delete", *insert_and_delete(700000))
    print("grid", grid(250))
    print("group", group(700000))
    print("merge", merge(60000))


main()
