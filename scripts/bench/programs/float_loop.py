"""Float arithmetic in plain loops: an integral, a logistic map, a damped spring."""

import math


def integrate(steps):
    width = math.pi / steps
    total = 0.0
    for i in range(steps):
        x = (i + 0.5) * width
        total += math.sin(x) * x * width
    return total


def logistic(steps):
    x, total = 0.3, 0.0
    for i in range(steps):
        x = 3.7 * x * (1.0 - x)
        total += x
    return total / steps


def spring(steps):
    position, speed, dt = 1.0, 0.0, 0.0001
    i = 0
    while i < steps:
        speed += (-4.0 * position - 0.1 * speed) * dt
        position += speed * dt
        i += 1
    return position, speed


def main():
    print("%.9f" % integrate(2000000))
    print("%.6f" % logistic(2500000))
    position, speed = spring(2000000)
    print("%.9f %.9f" % (position, speed))


main()
