# A dict grows when it is two thirds full: at the 6th, 11th, 22nd ... insertion.
import sys
def steps(keys):
    d = {}; last = sys.getsizeof(d); grown = []
    for n, key in enumerate(keys, 1):
        d[key] = None
        if sys.getsizeof(d) != last: grown.append(n); last = sys.getsizeof(d)
    return grown
print(steps(range(3000)))
print(steps('k%d' % i for i in range(3000)))
s = {0}; last = sys.getsizeof(s); grown = []
for i in range(1, 3000):
    s.add(i)
    if sys.getsizeof(s) != last: grown.append(i + 1); last = sys.getsizeof(s)
print(grown)
d = dict.fromkeys(range(100)); full = sys.getsizeof(d)
for i in range(99): del d[i]
print(sys.getsizeof(d) == full); d.clear(); print(sys.getsizeof(d) < full)
