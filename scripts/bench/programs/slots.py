"""Classes with __slots__: points, a linked queue, special methods, a heap of events."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __hash__(self):
        return self.x * 1009 + self.y


class Link:
    __slots__ = ("value", "following")

    def __init__(self, value):
        self.value = value
        self.following = None


class Queue:
    __slots__ = ("head", "tail", "size")

    def __init__(self):
        self.head = self.tail = None
        self.size = 0

    def __len__(self):
        return self.size

    def push(self, value):
        link = Link(value)
        if self.tail is None:
            self.head = link
        else:
            self.tail.following = link
        self.tail = link
        self.size += 1

    def pop(self):
        link = self.head
        self.head = link.following
        if self.head is None:
            self.tail = None
        self.size -= 1
        return link.value


class Event:
    __slots__ = ("time", "serial", "kind")

    def __init__(self, time, serial, kind):
        self.time = time
        self.serial = serial
        self.kind = kind

    def __lt__(self, other):
        if self.time != other.time:
            return self.time < other.time
        return self.serial < other.serial


class Heap:
    __slots__ = ("items",)

    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        i = len(items) - 1
        while i:
            parent = (i - 1) >> 1
            if not items[i] < items[parent]:
                break
            items[i], items[parent] = items[parent], items[i]
            i = parent

    def pop(self):
        items = self.items
        last = items.pop()
        if not items:
            return last
        top, items[0] = items[0], last
        i, size = 0, len(items)
        while True:
            child = 2 * i + 1
            if child >= size:
                return top
            if child + 1 < size and items[child + 1] < items[child]:
                child += 1
            if not items[child] < items[i]:
                return top
            items[i], items[child] = items[child], items[i]
            i = child


def simulate(count):
    heap = Heap()
    state, checksum, serial = 5, 0, 0
    for _ in range(200):
        heap.push(Event(serial * 3 % 101, serial, serial % 3))
        serial += 1
    for _ in range(count):
        event = heap.pop()
        checksum = (checksum * 31 + event.time * 3 + event.kind) % 1000003
        state = (state * 1103515245 + 12345) % 2147483648
        heap.push(Event(event.time + 1 + (state >> 20) % 50, serial, event.kind))
        serial += 1
    return checksum


def main():
    position = Point(0, 0)
    step = Point(1, 2)
    visited = set()
    for i in range(500000):
        position = position + step
        if i % 5 == 0:
            position.x %= 37
            position.y %= 41
            visited.add(position)
    print(position.x, position.y, len(visited))
    queue = Queue()
    total = 0
    for i in range(600000):
        queue.push(i)
        if i % 3:
            total += queue.pop() ^ len(queue)
    print(total, len(queue))
    print(simulate(70000))


main()
