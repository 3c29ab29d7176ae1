# Error texts of *= with a sequence on the right, and big indexes where items cannot be assigned.
class Plain:
    pass


def show(function, *values):
    try:
        print(function(*values))
    except Exception as e:
        print(type(e).__name__, e)


def times(a, b):
    a *= b
    return a


def store(a, b):
    a[b] = 1


def delete(a, b):
    del a[b]


for left in Plain(), {1: 2}, {1}, 'ab', 2, None, 1.5:
    for right in (1, 2), [3], 'cd', 2, Plain():
        if not isinstance(left, str) or not isinstance(right, int):
            show(times, left, right)
for target in Plain(), 'ab', b'ab', (1,), {1}, range(3), 5, None, iter(()):
    for key in 10**20, -1, 'key', 1.5:
        show(store, target, key)
        show(delete, target, key)
