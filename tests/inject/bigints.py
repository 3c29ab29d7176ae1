n = 3 ** 300
m = 7 ** 150 + 11
print(n + m, n - m, n * m, n // m, n % m)
print(n >> 77, n << 33, n & m, n | m, n ^ -m, -n, ~n)
print(pow(n, m, 10 ** 40 + 7), divmod(-n, m))
print(int(str(n)) == n, hex(n), int(hex(n), 16) == n, n.bit_length())
print(float(n), n == n + 1, hash(n) == hash(3 ** 300), n.to_bytes(80, 'big').hex())
n += 1
n *= n
n -= m
print(n, f'{n:x}')
