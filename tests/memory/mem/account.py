# differs: Adder only: module mem
# The account adds up to the byte whatever the program did, with tracing off and on.
import mem, sys, gc, tracemalloc
from _collections import deque, OrderedDict


def check(what):
    s = mem.stats()
    arenas, pools, blocks, large = s['arenas'], s['pools'], s['blocks'], s['large']
    sums = [
        s['heap'] == arenas['bytes'] + large['bytes'],
        arenas['bytes'] == arenas['heads'] + arenas['empty_pools'] + arenas['pools'],
        arenas['bytes'] == arenas['count'] << 20,
        arenas['mapped_count'] - arenas['unmapped_count'] == arenas['count'],
        pools['bytes'] == arenas['pools'],
        pools['bytes'] == pools['blocks'] + pools['free'] + pools['unused'] + pools['tails'],
        blocks['bytes'] == pools['blocks'],
        blocks['bytes'] == blocks['requested'] + blocks['rounding'] + blocks['unattributed'],
        large['bytes'] == large['requested'] + large['prefixes'],
        s['peak'] >= s['heap'],
    ]
    for name in ('bytes', 'count', 'requested', 'rounding', 'unattributed', 'unattributed_count'):
        sums.append(blocks[name] == sum(kind['blocks'][name] for kind in s['kinds'].values()))
        for kind in s['kinds'].values():
            sums.append(kind['blocks'][name] == sum(c['blocks'][name] for c in kind['classes'].values()))
            sums.append(all(c['blocks'][name] >= 0 for c in kind['classes'].values()))
    for name in ('bytes', 'count', 'full', 'blocks', 'free', 'unused', 'tails'):
        sums.append(pools[name] == sum(kind['pools'][name] for kind in s['kinds'].values()))
        for kind in s['kinds'].values():
            sums.append(kind['pools'][name] == sum(c['pools'][name] for c in kind['classes'].values()))
    for kind in s['kinds'].values():
        for size, c in kind['classes'].items():
            sums.append(c['blocks']['bytes'] == size * c['blocks']['count'])
    sums.append(large['count'] == sum(kind['large']['count'] for kind in s['kinds'].values()))
    sums.append(large['requested'] == sum(kind['large']['requested'] for kind in s['kinds'].values()))
    known = sum(holder['requested'] for holder in s['holders'].values())
    unknown_large = large['requested'] - (known - blocks['requested'])
    sums.append(0 <= unknown_large <= large['requested'])
    share = blocks['unattributed'] / (blocks['bytes'] or 1)
    print(what, all(sums), [i for i, ok in enumerate(sums) if not ok], share < 0.1)
    return s


class Node:
    def __init__(self, n):
        self.n = n
        self.text = 'node %d' % n


class Slotted:
    __slots__ = ('a', 'b', 'c')


class MyList(list):
    pass


class MyStr(str):
    pass


def generate():
    x = 1
    while True:
        yield x


def work():
    kept = [Node(i) for i in range(3000)]
    kept.append({str(i): i for i in range(1000)})
    kept.append({i: str(i) for i in range(500)})
    kept.append([Slotted() for _ in range(300)])
    kept.append(bytearray(70000))
    kept.append([bytearray(i) for i in range(100)])
    kept.append([set(range(i)) for i in range(50)])
    kept.append([frozenset(range(i)) for i in range(50)])
    kept.append([tuple(range(i)) for i in range(150)])
    kept.append([deque(range(i)) for i in range(50)])
    kept.append([OrderedDict.fromkeys(range(i)) for i in range(50)])
    kept.append([3 ** i for i in range(400)])
    kept.append([MyList(range(i)) for i in range(50)])
    kept.append([MyStr('x' * i) for i in range(50)])
    kept.append(['\u20ac' * i for i in range(100)])
    kept.append([b'x' * i for i in range(0, 1000, 7)])
    kept.append([generate() for _ in range(50)])
    for g in kept[-1]:
        next(g)
    kept.append([eval('lambda x, y=%d: x + y' % i) for i in range(50)])
    kept.append([type('T%d' % i, (), {'f': i}) for i in range(20)])
    kept.append([kept[0].__dict__, kept[1].__dict__])
    return kept


check('start')
kept = work()
s = check('full')
requested = s['blocks']['requested']
del kept[::2]
check('half')
kept = None
gc.collect()
s = check('empty')
print(s['blocks']['requested'] < requested)
tracemalloc.start()
kept = work()
s = check('traced')
print(s['beside']['tracer'] > 0)
del kept[::3]
check('traced, less')
kept = None
gc.collect()
tracemalloc.stop()
check('stopped')
# the blocks that the account counts are those that sys counts
before = sys.getallocatedblocks()
s = mem.stats()
print(abs(s['blocks']['count'] + s['large']['count'] - before) < 8)
