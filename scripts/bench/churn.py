"""Fragmentation: what stays resident when most objects die, or when their sizes change.

Run by memory_churn.py under Adder and under CPython; prints one line a measurement:

    name, own live bytes, payload bytes, resident bytes above the start, live objects

Live is measured in two ways. *Own*: the sum of sys.getsizeof over all live objects, each interpreter
with its own sizes, so that resident / own live is the allocator's waste alone (what neither object
nor buffer uses). *Payload*: the characters, items and numbers that the program wanted to keep, the
same number for both, so that resident / payload is what a user sees. Objects that both interpreters
share or keep in tables of their own (small ints, names, the class) are in neither.
"""
import gc
import sys

COUNT = 1000000
KEEP = 100
ROUNDS = 10


class Record:
    __slots__ = ("key", "value", "next")

    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.next = None


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


seed = 12345


def draw(limit):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 8) % limit


def make(number, scale):
    """One object of eight kinds; `scale` moves the sizes from round to round."""
    kind = draw(8)
    size = 1 + draw(scale)
    if kind == 0:
        return number * 1000003 + 1000
    if kind == 1:
        return number * 0.5
    if kind == 2:
        return "x%d" % number * size
    if kind == 3:
        return bytes(size * 4)
    if kind == 4:
        return (number, None, True)
    if kind == 5:
        return [None] * size
    if kind == 6:
        return {"number": number, "size": size}
    return Record(number, None)


def own_size(item):
    """The object, and those that belong to it alone."""
    size = sys.getsizeof(item)
    if type(item) is tuple:
        size += sys.getsizeof(item[0])
    elif type(item) is dict:
        size += sys.getsizeof(item["number"])
    elif type(item) is Record:
        size += sys.getsizeof(item.key)
    return size


def payload(item):
    if type(item) in (str, bytes):
        return len(item)
    if type(item) in (tuple, list):
        return 8 * len(item) + 8
    if type(item) is dict:
        return 8 * 2 * len(item) + 8
    if type(item) is Record:
        return 8 * 3 + 8
    return 8


def show(name, items, before):
    gc.collect()
    now = resident()
    own = sys.getsizeof(items)
    wanted = 8 * len(items)
    count = 0
    for item in items:
        if item is not None:
            own += own_size(item)
            wanted += payload(item)
            count += 1
    print(name, own, wanted, now - before, count)


def survivors():
    before = resident()
    items = [make(number, 24) for number in range(COUNT)]
    show("all", items, before)
    items = items[::KEEP]
    show("survivors", items, before)


def rounds():
    """Grow to 300,000, shrink to 30,000 here and there, with other sizes in each round."""
    before = resident()
    items = []
    for number in range(ROUNDS):
        scale = 4 + number * 7 % 10 * 6
        while len(items) < 300000:
            items.append(make(len(items), scale))
        if number == ROUNDS - 1:
            show("grown", items, before)
        kept = []
        for item in items:
            if draw(10) == 0:
                kept.append(item)
        items = kept
        del kept, item
    show("shrunk", items, before)
    while len(items) < 150000:
        items.append(make(len(items), 24))
    show("half", items, before)


gc.disable()
if sys.argv[1] == "survivors":
    survivors()
else:
    rounds()
