d = {}
for i in range(50):
    d['k%d' % i] = i
d.update({'x': 1}, y=2)
d |= {'z': 3}
print(d, len(d), 'k3' in d, d['k7'], d.get('nope', 5), d.pop('x'), d.popitem(), d.setdefault('w', []))
for i in range(0, 40, 2):
    del d['k%d' % i]
print(d, list(d.items())[:3], {**d, 'n': 0} == d | {'n': 0}, dict(a=1, b=2), dict([(1, 2), (3, 4)]))
e = {(i, str(i)): [i] for i in range(30)}
print(e, dict.fromkeys('abc', 0), e == dict(e), e.copy() == e)
print(d.keys() & {'k1', 'k3'}, sorted(d.keys() | {'q'}), d.items() >= {('k1', 1)}, list(reversed(d))[:3])
class Missing(dict):
    def __missing__(self, key): return key * 2
m = Missing(a=1)
print(m['a'], m['b'], m, repr(d.values())[:40])
d.clear()
print(d, {1: 2, 1.0: 3, True: 4})
n = {i: i for i in range(100)}
n[1000] = n
print(len(n), sum(k for k in n), {v: k for k, v in list(n.items())[:4]})
