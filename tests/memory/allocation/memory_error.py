for f in (lambda: 'a' * (1 << 62), lambda: [0] * (1 << 60), lambda: bytes(1 << 62), lambda: (1,) * (1 << 60), lambda: bytearray(1 << 62), lambda: b'x' * (1 << 62)):
    try: f(); print('no error')
    except MemoryError as e: print('MemoryError', isinstance(e, Exception))
for code in ("'ab' * (1 << 63)", "[1, 2] * (1 << 63)", "'a'.ljust(1 << 63)", "'a'.center(10 ** 30)", "'%*d' % (1 << 70, 5)", "bytes(1 << 63)", "(1, 2) * 10 ** 20"):
    try: eval(code); print('no error')
    except Exception as e: print(code, type(e).__name__, e)
l = [1, 2, 3]
try: l *= 1 << 60
except MemoryError: print('list intact', l)
try: l.extend([0] * (1 << 61))
except MemoryError: print('still', l)
