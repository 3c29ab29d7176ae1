"""The sieve of Eratosthenes: plain loops over a list, then with slices over a bytearray."""


def sieve(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    i = 2
    while i * i <= limit:
        if is_prime[i]:
            for j in range(i * i, limit + 1, i):
                is_prime[j] = False
        i += 1
    primes = []
    for n in range(limit + 1):
        if is_prime[n]:
            primes.append(n)
    return primes


def sieve_bytes(limit):
    flags = bytearray([1]) * (limit + 1)
    for i in range(2, int(limit ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, limit + 1, i)))
    return sum(flags) - 2


def main():
    primes = sieve(5000000)
    print(len(primes), primes[-1], sum(primes))
    gaps = [b - a for a, b in zip(primes, primes[1:])]
    print(max(gaps), gaps.index(max(gaps)))
    print(sieve_bytes(5000000))


main()
