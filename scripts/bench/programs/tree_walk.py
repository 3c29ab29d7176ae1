"""Recursive generators: a search tree walked in order with yield from, and paths to its leaves."""


class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        node = self
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    return
                node = node.left
            elif key > node.key:
                if node.right is None:
                    node.right = Node(key)
                    return
                node = node.right
            else:
                return

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right

    def depths(self, depth=0):
        if self.left:
            for pair in self.left.depths(depth + 1):
                yield pair
        yield self.key, depth
        if self.right:
            for pair in self.right.depths(depth + 1):
                yield pair

    def leaves(self, path):
        if self.left is None and self.right is None:
            yield path
        if self.left is not None:
            yield from self.left.leaves(path + (0,))
        if self.right is not None:
            yield from self.right.leaves(path + (1,))

    def __bool__(self):
        return True


def hanoi(n, source, target, spare):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield source, target
        yield from hanoi(n - 1, spare, target, source)


def subsets(items):
    if not items:
        yield []
        return
    for rest in subsets(items[1:]):
        yield rest
        yield [items[0]] + rest


def main():
    state = 1
    root = Node(1 << 30)
    for _ in range(60000):
        state = (state * 1103515245 + 12345) % 2147483648
        root.insert(state)
    checksum = 0
    for _ in range(2):
        for key in root:
            checksum = (checksum * 31 + key) % 1000000007
    print(checksum)
    print(sum(depth for _, depth in root.depths()), max(depth for _, depth in root.depths()))
    print(sum(sum(path) for path in root.leaves(())))
    pegs = [0, 0, 0]
    for source, target in hanoi(17, 0, 2, 1):
        pegs[source] -= 1
        pegs[target] += 1
    print(pegs)
    print(sum(1 for subset in subsets(list(range(17))) if sum(subset) % 7 == 0))


main()
