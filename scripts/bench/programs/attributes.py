"""Attributes: reading, writing, class attributes, properties, getattr and setattr."""


class Particle:
    mass = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.dx = 1
        self.dy = 2
        self.hits = 0

    @property
    def momentum(self):
        return self.mass * (self.dx + self.dy)


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def move(particle, steps, width):
    for _ in range(steps):
        particle.x += particle.dx
        particle.y += particle.dy
        if particle.x < 0 or particle.x >= width:
            particle.dx = -particle.dx
            particle.hits += 1
        if particle.y < 0 or particle.y >= width:
            particle.dy = -particle.dy
            particle.hits += 1


def swap_chain(count):
    pair = Pair(Pair(1, 2), Pair(3, 4))
    total = 0
    for i in range(count):
        pair.left, pair.right = pair.right, pair.left
        pair.left.right = pair.right.left + (i & 1)
        total += pair.left.left * 3 + pair.right.right
        pair.right.left = total & 7
    return total


def by_name(count):
    particle = Particle(0, 0)
    names = ["x", "y", "dx", "dy", "hits"]
    for i in range(count):
        name = names[i % 5]
        setattr(particle, name, getattr(particle, name) + i)
        if not hasattr(particle, "missing"):
            particle.hits += 1
    return particle.x + particle.y + particle.dx + particle.dy + particle.hits


def main():
    particle = Particle(10, 20)
    move(particle, 2000000, 500)
    print(particle.x, particle.y, particle.hits)
    print(swap_chain(1000000))
    print(by_name(500000))
    total = 0
    for i in range(600000):
        particle.dx = i & 15
        total += particle.momentum
    print(total)


main()
