"""Trees whose nodes know their parents, rings and graphs: garbage that only a cycle collector
can free, made beside a large structure that lives."""


class Node:
    def __init__(self, parent, value):
        self.parent = parent
        self.value = value
        self.children = []
        if parent is not None:
            parent.children.append(self)


def grow(parent, depth, width, value):
    node = Node(parent, value)
    if depth:
        for i in range(width):
            grow(node, depth - 1, width, value * width + i)
    return node


def total(node):
    result = node.value
    for child in node.children:
        result += total(child)
    return result


def depth_of(node):
    depth = 0
    while node.parent is not None:
        node = node.parent
        depth += 1
    return depth


def ring(size):
    first = {"n": 0}
    last = first
    for i in range(1, size):
        last["next"] = {"n": i}
        last = last["next"]
    last["next"] = first
    return first


def walk(entry, steps):
    result = 0
    for _ in range(steps):
        result += entry["n"]
        entry = entry["next"]
    return result


class Observer:
    def __init__(self, subject):
        self.subject = subject
        self.seen = 0
        subject.handlers.append(self.notify)

    def notify(self, value):
        self.seen += value


class Subject:
    def __init__(self):
        self.handlers = []

    def fire(self, value):
        for handler in self.handlers:
            handler(value)


def main():
    keep = grow(None, 6, 6, 1)
    checksum = 0
    for i in range(800):
        tree = grow(None, 3, 6, i)
        checksum = (checksum * 31 + total(tree) + depth_of(tree.children[2].children[3])) % 1000003
    print(checksum)
    print(sum(walk(ring(10), 25) for _ in range(60000)))
    seen = 0
    for i in range(100000):
        subject = Subject()
        observers = [Observer(subject) for _ in range(3)]
        subject.fire(i & 7)
        seen += observers[2].seen
    print(seen)
    print(total(keep) % 1000003)


main()
