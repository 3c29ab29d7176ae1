# differs: Adder only: module mem
import mem, sys

print(mem.limit())
print(mem.limit(64 << 20), mem.limit())
try:
    x = bytearray(100 << 20)
except MemoryError:
    print('refused')
print(mem.limit(None), mem.limit())
x = bytearray(100 << 20)
del x
for wrong in (0, -1, 'x'):
    try:
        mem.limit(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

calls = []
used = mem.stats()['heap']
print(mem.soft_limit())
print(mem.soft_limit(used + (8 << 20), calls.append))
print(mem.soft_limit()[0] == used + (8 << 20), mem.soft_limit()[1] == calls.append)
x = bytearray(16 << 20)
y = bytearray(16 << 20)
print(len(calls), calls[0] >= used + (8 << 20)) # once a crossing
del x, y
x = bytearray(16 << 20)
for i in range(3):
    pass
print(len(calls)) # armed again
del x


def wrong(used):
    raise ValueError('from the callback')


def hook(unraisable):
    print('unraisable:', unraisable.exc_value, unraisable.object is wrong)


sys.unraisablehook = hook
mem.soft_limit(used + (8 << 20), wrong)
x = bytearray(16 << 20)
for i in range(3):
    pass
del x
# set below what is in use: at once
mem.soft_limit(1, lambda used: print('at once', used > 1))
for i in range(3):
    pass
print(mem.soft_limit(None)[0], mem.soft_limit())
x = bytearray(16 << 20)
for args in ((5,), (5, 6), (0, print), ('x', print)):
    try:
        mem.soft_limit(*args)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


# the callback may make room so that the limit is not reached
def shrink(used):
    cache.clear()


cache = [bytearray(1 << 20) for _ in range(20)]
mem.soft_limit(mem.stats()['heap'] + (10 << 20), shrink)
mem.limit(mem.stats()['heap'] + (24 << 20))
more = []
for i in range(30):
    more.append(bytearray(1 << 20))
print(len(more), len(cache))
mem.limit(None)
