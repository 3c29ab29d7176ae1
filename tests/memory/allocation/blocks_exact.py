# The number of blocks returns to where it was, for each kind of object.
import sys, gc
class C: pass
class S: __slots__ = 'x',
def g(): yield 1
def h():
    v = 5
    return lambda: v
kinds = [object, C, S, lambda: [1, 2], lambda: {'a': 1}, lambda: {1, 2, 3}, lambda: (object(),), lambda: 'x' * 50 + str(id), lambda: 10 ** 30, lambda: 1e9 / 7,
         lambda: list(g()), lambda: g(), h, lambda: sorted([3, 1, 2]), lambda: ValueError(1), lambda: bytearray(5), lambda: C().__init__, lambda: type('T', (), {})]
gc.disable()
for number, kind in enumerate(kinds):
    for _ in range(3): kind()
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(1000): kind()
    gc.collect()
    print(number, abs(sys.getallocatedblocks() - before) <= 10)
