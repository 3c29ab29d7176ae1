"""Digits of pi with big integers: a spigot one digit at a time, then a series in one go; powers,
a factorial, conversion to decimal."""


def spigot(count):
    digits = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(digits) < count:
        if 4 * q + r - t < m * t:
            digits.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = (q * k, (2 * q + r) * x, t * x, k + 1,
                                (q * (7 * k + 2) + r * x) // (t * x), x + 2)
    return digits


def arctan_inverse(x, unity):
    total = term = unity // x
    square = x * x
    n, sign = 3, -1
    while term:
        term //= square
        total += sign * (term // n)
        sign = -sign
        n += 2
    return total


def machin(count):
    unity = 10 ** (count + 10)
    pi = 4 * (4 * arctan_inverse(5, unity) - arctan_inverse(239, unity))
    return pi // 10 ** 10


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def main():
    digits = spigot(2400)
    print("".join([str(digit) for digit in digits[:50]]), sum(digits))
    text = str(machin(4000))
    print(text[-20:], sum([int(letter) for letter in text]))
    print(text.startswith("".join(map(str, digits[:1000]))))
    n = factorial(3000)
    print(n % 1000000007 ** 3, n.bit_length(), hex(n >> 30000)[:20])
    print(pow(3, n >> 28000, 10 ** 60 + 7) % 1000003)
    mersenne = 2 ** 4423 - 1
    print(pow(3, mersenne - 1, mersenne))


main()
