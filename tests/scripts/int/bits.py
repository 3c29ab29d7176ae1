for a, b in [(12, 10), (-12, 10), (12, -10), (-12, -10), (2 ** 70 + 5, 2 ** 69 + 3), (-2 ** 70, 2 ** 35 - 1), (-2 ** 70 - 7, -2 ** 40 + 9)]:
    print(a & b, a | b, a ^ b, ~a, a & ~b)
for n in (0, 1, 31, 63, 64, 65, 100):
    print(1 << n, -1 << n, (10 ** 30) >> n, (-10 ** 30) >> n, 5 >> n, -5 >> n)
print((5).bit_length(), (0).bit_length(), (-8).bit_length(), (2 ** 100).bit_length(), (255).bit_count(), (-7).bit_count(), (2 ** 100 - 1).bit_count())
print(0 << 10 ** 30, 1 >> 10 ** 30, -1 >> 10 ** 30)
for code in ('1 << -1', '1 >> -1', '1 << 1.0', '1 & 1.5', '1 << 10**30'):
    try:
        print(eval(code))
    except Exception as e:
        print(type(e).__name__, e)
print(True & False, True | False, True ^ True, type(True & True), True & 1, type(True & 1))
print((300).to_bytes(2, 'big'), (300).to_bytes(4, 'little'), (-2).to_bytes(2, 'big', signed=True), (5).to_bytes(), (0).to_bytes(0, 'big'))
print(int.from_bytes(b'\x01\x02', 'big'), int.from_bytes(b'\xff\xfe', 'little', signed=True), int.from_bytes(b'', 'big'), int.from_bytes([1, 2, 3], 'big'), int.from_bytes(b'\xff' * 20))
for code in ('(300).to_bytes(1, "big")', '(-1).to_bytes(1, "big")', '(1).to_bytes(1, "x")', '(1).to_bytes(-1, "big")', 'int.from_bytes("a", "big")'):
    try:
        print(eval(code))
    except Exception as e:
        print(type(e).__name__, e)
