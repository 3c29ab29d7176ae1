# not in: asan malloc
# Blocks of one size class lie as far apart as the size, rounded up to 16. This holds up to 512 bytes,
# in steps of 16; larger requests are blocks of their own, with something between them.
import sys
def common_gap(n):
    blocks = [bytes(n) for _ in range(300)]
    places = sorted(map(id, blocks))
    gaps = {}
    for a, b in zip(places, places[1:]): gaps[b - a] = gaps.get(b - a, 0) + 1
    return max(gaps, key=gaps.get)
small, large = set(), set()
for n in range(2, 1000):
    size = sys.getsizeof(bytes(n))
    gap = common_gap(n)
    if size <= 512:
        if gap != (size + 15) // 16 * 16: print('wrong', n, size, gap)
        small.add(gap)
    elif size % 16 == 0: large.add(gap == size)
print(min(small) <= 48, max(small), all(b - a == 16 for a, b in zip(sorted(small), sorted(small)[1:])), large)
