import math
x = 1.5
y = 2.25e10
print(x + y, x * y, x / y, y // x, y % x, x ** 0.5, -x, abs(-y), divmod(y, x))
print(float('1e400'), float('-nan') != 0, repr(0.1 + 0.2), str(1e16), f'{y:.3f}', f'{x:e}', '%g' % y)
print(x.hex(), float.fromhex('0x1.8p+1'), x.as_integer_ratio(), y.is_integer(), round(2.675, 2))
print(math.sqrt(2), math.floor(y), math.factorial(25), math.gcd(10 ** 20, 15), math.isqrt(10 ** 30))
print(math.fsum([0.1] * 10), math.prod([1.5, 2, 3]), math.comb(30, 12), math.log(10 ** 50))
z = complex(1, 2)
print(z * z, z / (3 - 1j), abs(z), z.conjugate(), z ** 2, complex('1+2j'), repr(-z), hash(z))
