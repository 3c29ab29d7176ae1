"""Spectral norm of an infinite matrix, by power iteration."""

import math


def cell(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    result = []
    for i in range(len(vector)):
        total = 0.0
        for j, value in enumerate(vector):
            total += cell(i, j) * value
        result.append(total)
    return result


def times_transposed(vector):
    return [sum([cell(j, i) * value for j, value in enumerate(vector)])
            for i in range(len(vector))]


def times_both(vector):
    return times_transposed(times(vector))


def main(size):
    u = [1.0] * size
    v = u
    for _ in range(6):
        v = times_both(u)
        u = times_both(v)
    dot = norm = 0.0
    for a, b in zip(u, v):
        dot += a * b
        norm += b * b
    print("%.9f" % math.sqrt(dot / norm))


main(400)
