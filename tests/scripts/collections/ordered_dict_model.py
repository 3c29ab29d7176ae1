# A long sequence of operations on an OrderedDict, beside a list of keys that does the same.
from _collections import OrderedDict

seed = 4711


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n


for spread, text in ((6, False), (40, False), (300, True), (1000, False)):
    od, keys = OrderedDict(), []
    total = 0
    for i in range(6000):
        kind = rand(9)
        key = rand(spread)
        if text:
            key = 'k%d' % key
        if kind in (0, 1, 2):
            od[key] = i
            if key not in keys:
                keys.append(key)
        elif kind == 3 and key in keys:
            del od[key]
            keys.remove(key)
        elif kind in (4, 5) and key in keys:
            last = rand(2)
            od.move_to_end(key, last)
            keys.remove(key)
            keys.insert(len(keys) if last else 0, key)
        elif kind == 6 and keys and rand(2):
            last = rand(2)
            found, value = od.popitem(last)
            assert found == keys.pop(-1 if last else 0)
            total += value
        elif kind == 7 and key in keys:
            total += od.pop(key)
            keys.remove(key)
        elif kind == 8 and rand(200) == 0:
            od.clear()
            keys.clear()
        if i % 53 == 0:
            assert list(od) == keys and list(reversed(od)) == keys[::-1], (list(od), keys)
            assert [od[k] for k in keys] == list(od.values()) and len(od) == len(keys)
    print(spread, len(od), total, list(od)[:8])
od = OrderedDict.fromkeys(range(3000))
for i in range(20000):
    od.move_to_end(od.popitem(False)[0] if False else next(iter(od)))
print(next(iter(od)), next(reversed(od)))
for i in range(20000):
    od.move_to_end(next(reversed(od)), last=False)
print(next(iter(od)), next(reversed(od)))
for i in range(20000):
    key, value = od.popitem(last=False)
    od[key + 3000] = value
print(next(iter(od)), next(reversed(od)), len(od))
