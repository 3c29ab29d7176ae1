# Counter: counting, comparing, the operators.
import copy
from collections import Counter

c = Counter('abracadabra'); print(c, c.most_common(2), c['q'], sorted(c.elements())[:3] if 0 else '', c.total(), c.most_common(0), c.most_common(-1))
c.update('aab'); c.subtract({'a': 2, 'z': 1}); print(c, +c, -c); c.update(a=3); print(c)
d = Counter(a=1, b=5); print(c + d, c - d, c & d, c | d, c == d, c <= d, d <= c + d, c != d, Counter() < d, d >= d, d > d)
c += d; print(c); c -= d; print(c); c |= Counter(q=2); c &= Counter(q=1, a=1); print(c)
del c['nope']; print(repr(Counter()), copy.copy(d), copy.deepcopy(d), d.copy() == d, Counter([1, 1, 2]), Counter(None), Counter({'x': 'q', 'y': 1}))
try: Counter.fromkeys('a')
except NotImplementedError as e: print(e)
