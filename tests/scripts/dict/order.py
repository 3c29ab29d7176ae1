d = {}
for k in 'hello world': d[k] = d.get(k, 0) + 1
print(d)
del d['l']; d['l'] = 'again'; d['h'] = 'same place'
print(d, list(d)[-1], d.popitem(), list(d))
d = {i: i * i for i in range(100)}
for i in range(0, 100, 2): del d[i]
print(list(d)[:5], len(d))
for i in range(0, 10, 2): d[i] = 'back'
print(list(d)[-6:], next(iter(d)), d.pop(1), next(iter(d)))
d = {1: 'int', 1.0: 'float', True: 'bool'}; print(d)
d = {0.0: 'a', -0.0: 'b', 0: 'c'}; print(d)
d = {'b': 1, **{'a': 2, 'b': 3}, 'c': 4}; print(d)
big = {str(i): i for i in range(5000)}
print(list(big)[:3], list(big.values())[-3:], len(big), big['4999'], '5000' in big, sum(big.values()))
while big: big.popitem()
print(big, len(big)); big['x'] = 1; print(big)
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return self.n == o.n
    def __repr__(self): return f'K{self.n}'
c = {K(i): i for i in range(20)}
print(c[K(13)], len(c), c.pop(K(5)), K(5) in c, c[K(19)], list(c)[:7])
