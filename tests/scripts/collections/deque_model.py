# A long sequence of operations on deques, with and without maxlen, shown against a list that does the same.
from _collections import deque

seed = 12345


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n


def trim(items, maxlen, left):
    while maxlen is not None and len(items) > maxlen:
        del items[-1 if left else 0]


def step(d, items, maxlen):
    kind = rand(14)
    x = rand(100)
    if kind in (0, 1):
        d.append(x), items.append(x), trim(items, maxlen, False)
    elif kind in (2, 3):
        d.appendleft(x), items.insert(0, x), trim(items, maxlen, True)
    elif kind == 4 and items:
        assert d.pop() == items.pop()
    elif kind == 5 and items:
        assert d.popleft() == items.pop(0)
    elif kind == 6:
        n = rand(41) - 20
        d.rotate(n)
        if items:
            n %= len(items)
            items[:] = items[-n:] + items[:-n] if n else items
    elif kind == 7:
        more = [rand(100) for i in range(rand(12))]
        d.extend(more), items.extend(more), trim(items, maxlen, False)
    elif kind == 8:
        more = [rand(100) for i in range(rand(12))]
        d.extendleft(iter(more))
        items[:0] = reversed(more)
        trim(items, maxlen, True)
    elif kind == 9 and (maxlen is None or len(items) < maxlen):
        i = rand(41) - 20
        d.insert(i, x), items.insert(i, x)
    elif kind == 10 and items:
        i = rand(len(items)) - (len(items) if rand(2) else 0)
        assert d[i] == items[i]
        d[i] = items[i] = x
    elif kind == 11 and items:
        i = rand(len(items)) - (len(items) if rand(2) else 0)
        del d[i], items[i]
    elif kind == 12 and x in items:
        d.remove(x), items.remove(x)
    elif kind == 13 and rand(10) == 0:
        d.reverse(), items.reverse()


total = 0
for maxlen in (None, 0, 1, 2, 7, 8, 9, 64):
    d, items = deque([], maxlen), []
    for i in range(1500):
        step(d, items, maxlen)
        if i % 97 == 0:
            assert list(d) == items and list(reversed(d))[::-1] == items, (d, items)
            assert len(d) == len(items) and d == deque(items, maxlen)
            total = (total * 31 + sum(d)) % 1000003
    print(maxlen, len(d), d)
print(total)
d = deque()
for i in range(5000):
    d.append(i)
for i in range(4990):
    assert d.popleft() == i
print(d)
for i in range(5000):
    d.appendleft(-i)
for i in range(4995):
    d.pop()
print(len(d), d[0], d[-1], d.index(-4998), d.count(-4998), -4998 in d, 'x' in d)
