"""Integer arithmetic in plain loops: Collatz chains, a linear generator, greatest divisors."""


def collatz(limit):
    best, best_start = 0, 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            if n & 1:
                n = 3 * n + 1
            else:
                n >>= 1
            steps += 1
        if steps > best:
            best, best_start = steps, start
    return best, best_start


def mix(count):
    state, total = 1, 0
    for i in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        total += (state >> 16) ^ (i & 255)
    return total


def gcd_sum(limit):
    total = 0
    for a in range(1, limit):
        for b in range(1, limit):
            x, y = a, b
            while y:
                x, y = y, x % y
            total += x
    return total


def main():
    best, start = collatz(60000)
    print("collatz", best, start)
    print("mix", mix(1500000))
    print("gcd", gcd_sum(400))


main()
