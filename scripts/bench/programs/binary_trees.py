"""Binary trees: made and dropped by the thousand, one kept for long."""


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def make(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(make(depth - 1), make(depth - 1))


def main(largest):
    print("stretch", largest + 1, make(largest + 1).count())
    keep = make(largest)
    for depth in range(4, largest + 1, 4):
        rounds = 1 << (largest - depth + 4)
        total = 0
        for _ in range(rounds):
            total += make(depth).count()
        print(rounds, depth, total)
    print("kept", largest, keep.count())


main(15)
