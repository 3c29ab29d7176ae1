for bits in (31, 32, 62, 63, 64, 127, 128):
    for d in (-1, 0, 1):
        n = (1 << bits) + d
        print(bits, d, n, -n, n * n, n // 3, n % 7, hash(n), n & (n - 1), n ^ -n, n >> 5, (n << 3), -n // 2, ~n, float(n), n == float(n), int(str(n)) == n)
