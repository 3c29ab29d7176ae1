class Grid:
    def __init__(self, w, h): self.c = {}; self.w, self.h = w, h
    def _r(self, k, n): return range(*k.indices(n)) if isinstance(k, slice) else [k]
    def __getitem__(self, k): return [[self.c.get((x, y), '.') for x in self._r(k[0], self.w)] for y in self._r(k[1], self.h)]
    def __setitem__(self, k, v):
        for x in self._r(k[0], self.w):
            for y in self._r(k[1], self.h): self.c[x, y] = v
g = Grid(5, 3); g[1, 1] = '#'; g[::2, 0] = 'o'; g[-1, :] = '|'
print('\n'.join(''.join(r) for r in g[:, :])); print(g[1:3, 1], g[::-1, 0])
for s in (slice(None), slice(2), slice(-2, None), slice(None, None, -1), slice(1, -1, 2), slice(5, 1, -2), slice(10, 20), slice(-100, 100)): print(s.indices(6), list(range(6))[s], 'abcdef'[s], (0, 1, 2, 3, 4, 5)[s], b'abcdef'[s], list(range(6)[s]))
l = list(range(6)); l[slice(1, 3)] = 'X'; print(l); del l[slice(None, None, 2)]; print(l)
