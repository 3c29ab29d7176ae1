# differs: Adder only: module mem
# sys.getsizeof says what the allocator holds; head and buffer of a list or bytearray as asked for, as in CPython.
import mem, sys


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
    print(name, 0 <= round(size) - sys.getsizeof(one) < 32 if blocks > 1.5 else round(size) == sys.getsizeof(one), round(blocks))
before = sys.getallocatedblocks()
kept = [[None] for i in range(100)]
print(sys.getallocatedblocks() - before in range(200, 208)) # each a head and its items
