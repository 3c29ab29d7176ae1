# differs: Adder only: module mem
# sys.getsizeof says what was asked of the allocator, as tracing counts it; each block holds up to 15 bytes more.
import mem, sys, tracemalloc


def held():
    s = mem.stats()
    return s['blocks']['bytes'] + s['large']['bytes'], s['blocks']['count'] + s['large']['count']


def grown(make, count=200):
    kept = [None] * count
    measured = [0, 0, 0, 0]
    measured[:2] = held()
    for i in range(count):
        kept[i] = make()
    measured[2:] = held()
    return (measured[2] - measured[0]) / count, (measured[3] - measured[1]) / count, kept[0]


def traced(make):
    one = None
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        one = make()
        return tracemalloc.get_traced_memory()[0] - before - (sys.getsizeof(before) if before > 256 else 0)
    finally:
        tracemalloc.stop()


class Node:
    def __init__(self):
        self.a = self.b = None


class Slots:
    __slots__ = ('a', 'b', 'c')


Node(), Slots()
text = 'x'
for name, make in [
    ('list', lambda: [None] * 5), ('empty list', lambda: []), ('dict', lambda: {'a': None}), ('set', lambda: {None}),
    ('tuple', lambda: (make,)), ('float', lambda: float('0.5')), ('str', lambda: text * 100), ('object', object),
    ('bytearray', lambda: bytearray(100)), ('Node', Node), ('Slots', Slots), ('int', lambda: 10 ** 30 + len(text)),
]:
    size, blocks, one = grown(make)
    blocks = round(blocks)
    print(name, 0 <= round(size) - sys.getsizeof(one) < 16 * blocks, traced(make) == sys.getsizeof(one), blocks)
before = sys.getallocatedblocks()
kept = [[None] for i in range(100)]
print(sys.getallocatedblocks() - before in range(200, 208)) # each a head and its items
