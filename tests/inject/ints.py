a, b = 123456789, -987
print(a + b, a - b, a * b, a // b, a % b, a ** 3, divmod(a, b), -a, abs(b), ~a)
print(a << 40, (a << 40) >> 35, a & 0xFFFF, a | 1 << 50, a ^ b)
print(int('12345'), int('ff', 16), hex(a), oct(a), bin(a), a.bit_length(), a.to_bytes(8, 'big'))
print(int.from_bytes(b'\x01\x02\x03', 'little'), pow(7, 200, 1009), round(12345, -2), str(a), f'{a:,}')
total = 0
for i in range(300, 340):
    total += i * i
print(total, min(5, 1000), max(7, 2000), sum([10 ** 10] * 5))
