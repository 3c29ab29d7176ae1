# Requests that no machine can serve raise MemoryError, and everything stays as it was.
makes = [lambda: 'a' * (1 << 62), lambda: [0] * (1 << 60), lambda: bytes(1 << 62), lambda: bytearray(1 << 62), lambda: (None,) * (1 << 60), lambda: b'ab' * (1 << 61)]
for make in makes:
    try: make()
    except MemoryError as e: print(type(e).__name__, type(e.__context__).__name__, len(e.args) <= 1)
x = [1]
try: x *= 1 << 60
except MemoryError: print(x)
print('a' * 3, [0] * 3, bytes(3))
