"""Comprehensions: list, set, dict, nested, with conditions, over pairs."""


def transpose(matrix):
    return [[row[i] for row in matrix] for i in range(len(matrix[0]))]


def triples(limit):
    return [(a, b, c) for a in range(1, limit) for b in range(a, limit)
            for c in range(b, limit) if a * a + b * b == c * c]


def main():
    squares = [n * n for n in range(1000000)]
    print(sum(squares))
    odd = [n for n in squares if n % 2]
    print(len(odd), odd[-1])
    print(sum([1 for a, b in zip(squares, odd) if (a ^ b) & 4]))

    by_last = {n: [m for m in range(n) if m % 10 == n % 10] for n in range(1800)}
    print(sum(len(members) for members in by_last.values()))

    remainders = {n * n % 10007 for n in range(1000000)}
    print(len(remainders), sum(remainders))

    matrix = [[row * 30 + column for column in range(30)] for row in range(30)]
    for _ in range(301):
        matrix = transpose(matrix)
    print(matrix[3][7], sum([sum(row) for row in matrix]))

    print(len(triples(200)))

    names = ["name%d" % n for n in range(100000)]
    lengths = {name: len(name) for name in names if not name.endswith("7")}
    print(sum(lengths.values()))
    print(max(value for value in (n * 7919 % 100003 for n in range(400000)) if value % 3))


main()
