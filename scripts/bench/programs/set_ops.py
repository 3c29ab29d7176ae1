"""Sets: growth, membership, algebra, a flood fill, the game of life on a set of cells."""


def membership(rounds):
    primes = {n for n in range(2, 2000) if all(n % d for d in range(2, int(n ** 0.5) + 1))}
    hits = 0
    for i in range(rounds):
        if i % 2003 in primes:
            hits += 1
    return len(primes), hits


def algebra(rounds):
    evens = set(range(0, 120, 2))
    threes = set(range(0, 120, 3))
    total = 0
    for i in range(rounds):
        total += len(evens & threes) + len(evens | threes)
        total += len(evens - threes) + len(evens ^ threes)
        if evens <= threes:
            total = 0
    return total


def add_and_discard(rounds):
    window = set()
    for i in range(rounds):
        window.add(i * i % 4099)
        window.discard(i * 3 % 4099)
    return len(window), sum(window)


def flood(size):
    walls = {(x, y) for x in range(size) for y in range(size) if (x * 7 + y * 13) % 5 == 0}
    seen = {(1, 0)}
    edge = [(1, 0)]
    while edge:
        x, y = edge.pop()
        for cell in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= cell[0] < size and 0 <= cell[1] < size:
                if cell not in walls and cell not in seen:
                    seen.add(cell)
                    edge.append(cell)
    return len(seen)


def life(generations):
    alive = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    for _ in range(generations):
        counts = {}
        for x, y in alive:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        cell = (x + dx, y + dy)
                        counts[cell] = counts.get(cell, 0) + 1
        alive = {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in alive}
    return len(alive), sum(x * 31 + y for x, y in alive)


def main():
    print("membership", *membership(1500000))
    print("algebra", algebra(60000))
    print("window", *add_and_discard(800000))
    print("flood", flood(350))
    print("life", *life(200))


main()
