data = [((i * 7919) % 13, i) for i in range(500)]
s = sorted(data, key=lambda t: t[0])
print(all(a[0] < b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(s, s[1:])))
r = sorted(data, key=lambda t: t[0], reverse=True)
print(all(a[0] > b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(r, r[1:])))
for n in (0, 1, 2, 3, 31, 32, 33, 63, 64, 65, 127, 128, 129, 1000):
    up = list(range(n)); down = up[::-1]; saw = [i % 7 for i in range(n)]; mix = [(i * 37 + 11) % (n or 1) for i in range(n)]
    print(n, sorted(up) == up, sorted(down) == up, sorted(saw) == [v for v in range(7) for _ in range(saw.count(v))], sorted(mix) == sorted(mix[::-1]), sorted([float(x) for x in mix]) == [float(x) for x in sorted(mix)], sorted(map(str, mix)) == sorted(map(str, sorted(mix))))
a = [3, 1.5, True, 10 ** 20, -2.5, 0]; print(sorted(a), sorted(a, reverse=True)); print(sorted(['b', 'B', 'a', 'é', '', '中', 'ab']), sorted([(2, 'a'), (1, 'z'), (1, 'b')]), sorted([[], [0], [-1, 5]]))
try: sorted([1, 2, 'a', 3])
except TypeError as e: print(e)
