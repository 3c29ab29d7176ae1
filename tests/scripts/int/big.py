n = 3 ** 200
print(n, len(str(n)), n.bit_length())
print(n * n // n == n, (n + 1) * (n - 1) == n * n - 1, n % 10 ** 20, n // 10 ** 70)
f = 1
for i in range(1, 60): f *= i
print(f)
print(divmod(-n, 10 ** 30), divmod(n, -10 ** 30))
print(2 ** 521 - 1)
a, b = 0, 1
for _ in range(300): a, b = b, a + b
print(a)
print(int('9' * 100) + 1, int('-' + '9' * 50) - 1)
print(10 ** 50 == 10 ** 50, 10 ** 50 < 10 ** 50 + 1, -10 ** 50 < 10 ** 49, hash(10 ** 50), hash(-10 ** 50))
print(float(10 ** 22), float(2 ** 1000), float(2 ** 53 + 1), float(2 ** 54 + 3), int(1e22), int(-1e30), int(2.0 ** 200))
def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x, y = y, (y + n // y) // 2
    return x
print(isqrt(10 ** 60), isqrt(2 * 10 ** 60))
def pi(digits):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = ''
    while len(out) < digits:
        if 4 * q + r - t < m * t:
            out += str(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return out
print(pi(100))
