# pow() with a modulus: all that fits in 64 bits, the edges of 32 and 64 bits, and beyond.
values = [0, 1, -1, 2, 7, -97, 2**31, 2**32 - 1, 2**32, -(2**32) - 1, 2**62, 2**63 - 25, 2**63 - 1, -(2**63), 2**64]
for modulus in values:
    try:
        total = 0
        for base in values:
            for exponent in (0, 1, 2, 3, 63, 2**40 + 7, 2**63 - 1, 2**63):
                result = pow(base, exponent, modulus)
                if modulus > 0:
                    assert 0 <= result < modulus
                else:
                    assert modulus < result <= 0
                total = (total * 31 + result) % (2**61 - 1)
        print(modulus, total)
    except ValueError as error:
        print(modulus, error)
print(pow(3, -1, 7), pow(True, 2, 5), pow(2, 10, -1), pow(-3, 3, 5), pow(-3, 3, -5))
print([n.__format__("d") for n in (0, 9, 10, 99, 100, 101, 999, 1000, -1, -10, -100, 2**63 - 1, -(2**63))])
print([bin(n) + oct(n) + hex(n) for n in (0, 1, 7, 8, 255, -256, 2**63 - 1, -(2**63))])
big = 2**64
print([(big > n, n > big, -big > n, n >= -big, big == n) for n in (0, -1, 2**63 - 1, -(2**63))])
