# What went into a result that was handed on is released: counts are those of CPython.
import sys


class Box:
    pass


def attribute(box, by):
    box.x -= by * 2.5
    return sys.getrefcount(box.x)


def attribute_int(box, by):
    box.x = (box.x * 1103515245 + by) % 2147483648
    return sys.getrefcount(box.x)


def item(row, by):
    row[0] = (row[0] - by * 1000) * 3
    return sys.getrefcount(row[0]), sys.getrefcount(row[1])


def of_two(box, row):
    total = (box.x + row[1]) * 2.0 - (box.x - row[1])
    return total, sys.getrefcount(box.x), sys.getrefcount(row[1])


def compared(box, row):
    if box.x - row[1] > box.x * 2 or (row[1] + 1) * 2 == 3:
        return "larger"
    return sys.getrefcount(box.x), sys.getrefcount(row[1])


def far_register(box, row):
    [row, row, row, row, 1 if row[1] + (box.x - row[1]) * 2.0 < 3 else 2]
    return sys.getrefcount(box.x), sys.getrefcount(row[1])


def mixed(box, row):
    total = (box.x + len(row)) * 0.5 + (len(row) + 1) * box.x / (row[1] + 1) - 2 / (box.x * 3)
    return total, sys.getrefcount(box.x), sys.getrefcount(row[1])


def old_stays(box):
    old = box.x
    box.x = box.x * 2.0 + 1
    box.x += 1.5
    return old, box.x, old is box.x


box = Box()
for start in 1.5, 300000:
    for place in attribute, attribute_int, item, of_two, compared, far_register, mixed, old_stays:
        results = set()
        for step in range(100):
            box.x = start + step
            row = [start * 2 + step, start * 3 + step]
            if place in (attribute, attribute_int):
                result = place(box, 3)
            elif place is item:
                result = place(row, 2)
            elif place is old_stays:
                result = place(box)[2]
            else:
                result = place(box, row)[-2:]
            results.add((result, sys.getrefcount(box.x), sys.getrefcount(row[1])))
        print(place.__name__, start, sorted(results))
print([round(number, 9) for number in (mixed(box, [1, 2.5])[0], of_two(box, [1, 2.5])[0])])
