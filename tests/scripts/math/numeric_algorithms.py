import math
def newton(f, df, x):
    for _ in range(20): x -= f(x) / df(x)
    return x
print(round(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0), 12), math.isclose(newton(math.sin, math.cos, 3.0), math.pi))
print(sum(1 / math.factorial(k) for k in range(18)), math.fsum(1 / k ** 2 for k in range(1, 1000)), 4 * sum((-1) ** k / (2 * k + 1) for k in range(1000)))
def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum(f(a + i * h) for i in range(1, n, 2)) + 2 * sum(f(a + i * h) for i in range(2, n, 2)))
print(simpson(math.sin, 0, math.pi), simpson(lambda x: x ** 3, 0, 1))
def miller(n): return n > 1 and all(pow(a, n - 1, n) == 1 for a in (2, 3, 5, 7) if a % n)
print([n for n in range(2, 60) if miller(n)], miller(2 ** 89 - 1), miller(2 ** 83 - 1))
def egcd(a, b): return (a, 1, 0) if not b else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(240, 46), pow(17, -1, 3120), [math.gcd(a, 360) for a in range(1, 12)], math.comb(50, 25), math.prod(range(1, 21)) == math.factorial(20))
x, y = 0.0, 1.0
for _ in range(50): x, y = y, x + y / 3
print(x, math.hypot(x, y), math.degrees(math.atan2(y, x))); c = 0
for i in range(100):
    z = 0j
    for _ in range(20): z = z * z + complex(i / 50 - 1.5, 0.3)
    c += abs(z) < 2 if z == z else 0
print(c)
