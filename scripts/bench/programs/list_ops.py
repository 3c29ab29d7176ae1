"""Lists: append and pop, slices, insert, reverse, membership, a ring, sieved copies."""


def stack(rounds):
    items, total = [], 0
    for i in range(rounds):
        items.append(i)
        items.append(i * 2)
        total += items.pop()
        if i % 3 == 0:
            total -= items.pop()
    return total + len(items)


def queue(rounds):
    items = list(range(50))
    for i in range(rounds):
        items.append(items.pop(0) + 1)
    return sum(items)


def slices(rounds):
    base = list(range(100))
    total = 0
    for i in range(rounds):
        part = base[i % 50:i % 50 + 20]
        part[5:10] = part[10:5:-1]
        total += part[7] + len(part + part) + part[-1]
    return total


def search(rounds):
    items = [n * n % 101 for n in range(60)]
    found = 0
    for i in range(rounds):
        if i % 101 in items:
            found += items.index(i % 101) + items.count(i % 101)
    return found


def bubble(count):
    items = [(i * 7919) % 1009 for i in range(count)]
    for i in range(count):
        for j in range(count - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return sum(i * value for i, value in enumerate(items))


def grow_and_shrink(rounds):
    total = 0
    for i in range(rounds):
        items = [0] * 30
        items.extend(range(10))
        items.insert(5, i)
        items.reverse()
        del items[3:9]
        items.remove(i)
        total += items[2] + len(items)
    return total


def main():
    print("stack", stack(1000000))
    print("queue", queue(800000))
    print("slices", slices(400000))
    print("search", search(200000))
    print("bubble", bubble(700))
    print("grow", grow_and_shrink(200000))


main()
