# The same class with and without __slots__: what a hundred thousand instances cost.
import tracemalloc

COUNT = 100_000


class Free:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


for kind in (Free, Slotted):
    tracemalloc.start()
    points = [kind(1, 2) for _ in range(COUNT)]
    current, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print("%-8s %.1f bytes an instance" % (kind.__name__, current / COUNT))

try:
    Slotted(1, 2).z = 3
except AttributeError as error:
    print("slots are fixed:", error)
