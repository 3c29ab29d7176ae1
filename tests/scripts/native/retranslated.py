# Hot code whose classes, globals and operands change again and again while it runs.
import gc
import weakref


class A:
    kind = "a"

    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value

    def __add__(self, other):
        return A(self.value + other.value)

    def __lt__(self, other):
        return self.value < other.value


class B(A):
    kind = "b"

    def get(self):
        return -self.value


def work(objects, rounds):
    total = 0
    for _ in range(rounds):
        for thing in objects:
            if thing.kind == "b":
                total += thing.get()
            else:
                total -= thing.get() * 2
            total += len(thing.name) if hasattr(thing, "name") else limit
    return total


limit = 1
objects = [A(1), B(2), A(3)]
print(work(objects, 300))
limit = 2.5
print(work(objects, 300))
A.get = lambda self: self.value + 100
print(work(objects, 300))
objects[0].name = "first"
objects[1].__class__ = A
print(work(objects, 300))
A.kind = property(lambda self: "b")
print(work(objects, 300))
B.__getattr__ = lambda self, name: 3
objects.append(B(2**70))
print(tuple(map(work, [objects[:3]], [100])))
del A.kind
A.kind = "z"
print(work(objects[:3], 200))
len_was = len


def len(text):
    return 1000


print(work(objects[:3], 100))
del len
print(work(objects[:3], 100))


def add_all(things, start):
    result = start
    for thing in things:
        result = result + thing
    return result


for things, start in (([1, 2, 3], 0), ([1.5, 2, 3], 0), (["a", "b"], ""), ([[1], [2]], []), ([2**62] * 3, 1), ([A(1), A(2)], A(0))):
    results = [add_all(things, start) for _ in range(400)]
    print(getattr(results[-1], "value", results[-1]))


class Final:
    count = 0

    def __del__(self):
        Final.count += 1


def die(rounds):
    for i in range(rounds):
        one = Final()
        other = [one, one]
        one = None
        if i % 3:
            other = None
    return Final.count


print(die(1000), Final.count)


def cycles(rounds):
    alive = []
    for i in range(rounds):
        one = Final()
        one.self = one
        if i % 100 == 0:
            alive.append(weakref.ref(one))
    one = None
    gc.collect()
    return sum(ref() is not None for ref in alive)


print(cycles(1000), Final.count)


def swap_code(i):
    return i + 1


def other(i):
    return i * 2


print(sum(swap_code(i) for i in range(500)))
swap_code.__code__ = other.__code__
print(sum(swap_code(i) for i in range(500)))
swap_code.__defaults__ = (5,)
print(sum(swap_code() for i in range(500)))
