"""The chaos game: a fern by random affine maps, and a point drawn to the corners of a polygon."""

import math
import random


class Transform:
    def __init__(self, weight, a, b, c, d, e, f):
        self.weight = weight
        self.a, self.b, self.c, self.d, self.e, self.f = a, b, c, d, e, f

    def apply(self, point):
        x, y = point
        return (self.a * x + self.b * y + self.e, self.c * x + self.d * y + self.f)


FERN = [
    Transform(0.01, 0.0, 0.0, 0.0, 0.16, 0.0, 0.0),
    Transform(0.86, 0.85, 0.04, -0.04, 0.85, 0.0, 1.6),
    Transform(0.93, 0.2, -0.26, 0.23, 0.22, 0.0, 1.6),
    Transform(1.01, -0.15, 0.28, 0.26, 0.24, 0.0, 0.44),
]


def fern(steps, width, height):
    picture = [[0] * width for _ in range(height)]
    point = (0.0, 0.0)
    for _ in range(steps):
        choice = random.random()
        for transform in FERN:
            if choice < transform.weight:
                point = transform.apply(point)
                break
        column = int((point[0] + 2.5) * width / 5.5)
        row = int(point[1] * height / 10.1)
        picture[row][column] += 1
    return picture


def polygon(sides, steps):
    corners = [(math.cos(2 * math.pi * i / sides), math.sin(2 * math.pi * i / sides))
               for i in range(sides)]
    x = y = 0.0
    hits = {}
    for _ in range(steps):
        corner = corners[random.randrange(sides)]
        x = (x + corner[0]) / 2
        y = (y + corner[1]) / 2
        cell = (int((x + 1) * 40), int((y + 1) * 40))
        hits[cell] = hits.get(cell, 0) + 1
    return hits


def main():
    random.seed(20240229)
    picture = fern(700000, 60, 40)
    for row in reversed(picture[::2]):
        print("".join([" .:+*#"[min(5, n.bit_length() // 2)] for n in row]).rstrip())
    print(sum(i * n for i, row in enumerate(picture) for n in row))
    hits = polygon(5, 500000)
    print(len(hits), max(hits.values()), max(hits, key=lambda cell: (hits[cell], cell)))


main()
