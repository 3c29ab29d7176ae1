def quick(l): return l if len(l) < 2 else quick([x for x in l[1:] if x < l[0]]) + [l[0]] + quick([x for x in l[1:] if x >= l[0]])
def merge(l):
    if len(l) < 2: return l
    m = len(l) // 2; a, b = merge(l[:m]), merge(l[m:]); out = []
    while a and b: out.append(a.pop(0) if a[0] <= b[0] else b.pop(0))
    return out + a + b
def heap(l):
    l = l[:]
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and l[c] < l[c + 1]: c += 1
            if l[i] >= l[c]: return
            l[i], l[c] = l[c], l[i]; i = c
    for i in range(len(l) // 2, -1, -1): sift(i, len(l))
    for n in range(len(l) - 1, 0, -1): l[0], l[n] = l[n], l[0]; sift(0, n)
    return l
data = [(i * 7919 + 13) % 97 for i in range(60)]
print(quick(data) == merge(data) == heap(data) == sorted(data), quick(data)[:10])
def bisect(l, x):
    lo, hi = 0, len(l)
    while lo < hi:
        mid = (lo + hi) // 2
        if l[mid] < x: lo = mid + 1
        else: hi = mid
    return lo
print([bisect(sorted(data), x) for x in (0, 10, 50, 200)])
n = 30; sieve = [True] * n; sieve[:2] = [False] * 2
for i in range(2, n):
    if sieve[i]: sieve[i * i::i] = [False] * len(sieve[i * i::i])
print([i for i, p in enumerate(sieve) if p])
mat = [[1, 2], [3, 4]]; mul = lambda a, b: [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
print(mul(mat, mat)); life = {(1, 0), (1, 1), (1, 2)}
for _ in range(2):
    near = {}
    for x, y in life:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + 1
    life = {p for p, k in near.items() if k == 3 or k == 2 and p in life}
    print(sorted(life))
