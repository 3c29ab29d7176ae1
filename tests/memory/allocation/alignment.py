# Every object lies at a multiple of 16.
import gc
class C: pass
class S: __slots__ = ('a', 'b', 'c')
def f(): yield
makers = [object, C, S, list, dict, set, bytearray, ValueError, f, lambda: [1] * 5, lambda: tuple([1, 2]), lambda: {1: 2}, lambda: int('1' * 30),
          lambda: float('2.5'), lambda: 'x' * 77, lambda: b'y' * 33, lambda: lambda: 0, lambda: range(3), lambda: slice(1), lambda: C().__init__,
          lambda: bytes(600), lambda: [0] * 1000, lambda: 'z' * 5000, lambda: tuple(range(500)), lambda: iter([]), lambda: type('T', (), {})]
for make in makers:
    kept = [make() for _ in range(60)]
    print(type(kept[0]).__name__, {id(x) % 16 for x in kept})
print({id(x) % 16 for x in gc.get_objects()})
