"""Fannkuch: flips of a pancake stack over all permutations."""


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    checksum = most = index = 0
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if permutation[0]:
            flips = 0
            work = permutation[:]
            first = work[0]
            while first:
                work[:first + 1] = work[first::-1]
                flips += 1
                first = work[0]
            if flips > most:
                most = flips
            checksum += flips if index % 2 == 0 else -flips
        while True:
            if r == n:
                return checksum, most
            permutation.insert(r, permutation.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        index += 1


def main():
    for n in (7, 8, 9):
        checksum, most = fannkuch(n)
        print("%d: %d %d" % (n, checksum, most))


main()
