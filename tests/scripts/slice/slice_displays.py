"""Subscripts written as slices, which need no slice object: all kinds of containers, bounds and targets."""


class Index:
    def __init__(self, n):
        self.n = n
    def __index__(self):
        print("index", self.n)
        return self.n


class Echo:
    def __getitem__(self, key):
        return key
    def __setitem__(self, key, value):
        print("set", key, value)
    def __delitem__(self, key):
        print("del", key)


class L(list):
    def __getitem__(self, key):
        return "L", list.__getitem__(self, key)


def attempt(function):
    try:
        return function()
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


bounds = [None, 0, 1, 3, 5, 9, -1, -3, -9, True, 10 ** 30, -10 ** 30]
for container in ([0, 1, 2, 3, 4], (0, 1, 2, 3, 4), "abcde", "aé€\U0001f600e", b"abcde", bytearray(b"abcde"), range(5), L([1, 2])):
    print(type(container).__name__, [[container[i:j] for j in bounds] for i in bounds])
    print([container[i:j:k] for i in (None, 3) for j in (None, 1, -1) for k in (None, 1, 2, -1, True)])
    print(container[:], container[:] is container, container[Index(1):Index(3)])
    print(attempt(lambda: container["a":]), attempt(lambda: container[::0]), attempt(lambda: container[1.0:2]))
echo = Echo()
print(echo[1:2], echo[:], echo[1:2:3], echo[1:2, ...], echo["a":None])
echo[1:2] = 3
echo[:] = "constant"
del echo[4:]

items = list(range(6))
items[1:3] = "xyz"
print(items)
items[:0] = items[4:]
print(items)
items[2:2], items[-1:] = [7], []
print(items)
items[5:1] = (8, 9)
print(items)
items[::2] = [0] * len(items[::2])
print(items)
items[10 ** 20:] = [1]
items[Index(0):Index(1)] = [5]
items[1:] += [3]
print(items, attempt(lambda: items.__setitem__(slice(0, 1), 3)))
def wrong():
    items[0:1] = 3
def wrong_size():
    items[::2] = [1]
def immutable():
    "abc"[0:1] = "x"
print(attempt(wrong), attempt(wrong_size), attempt(immutable), items)


class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del", self.name)
def order():
    values = [D("a"), D("b"), D("c")]
    values[0:2] = [D("d")]
    print("assigned")
    values[:1][0].name = "renamed"
    [D("temporary")][0:1]
    print("end")
order()
# pairs
def pairs():
    a, b = 1, 2
    a, b = b, a
    print(a, b)
    a, b = b, a + b
    print(a, b)
    a, b = (a, b), [a, b]
    print(a, b)
    a, b = b
    print(a, b)
    b, a = a, a
    x, y = D("x"), D("y")
    x, y = y, x
    print(x.name, y.name)
    x, y = D("x2"), D("y2")
    for i, (j, k) in enumerate([(1, 2), "ab", [3, 4]]):
        print(i, j, k)
    for bad in (1, 2, 3), "a", 5, None, {}, iter([1]), {1: 2, 3: 4}:
        print(attempt(lambda: unpack(bad)))
def unpack(value):
    x, y = value
    return x, y
pairs()
def unbound():
    x, y = y, 1
print(attempt(unbound))
def reversed_stores(a, b):
    x, x = a, b
    print(x)
    x, y, z = D("1"), D("2"), D("3")
    x, y, z = D("4"), D("5"), D("6")
    print("stored")
    x, y, z = z, x, y
    print(x.name, y.name, z.name)
    x, y = y, x.name + y.name
    print(x.name, y)
    a, b = b, a + b
    a, b = a * 2 + b, (a - 1) * (b - 1)
    a, b, x = b - a, a + 1, D("7")
    print(a, b)
reversed_stores(1, 2)
