# Each insertion after a popitem() took a slot of the index that was never given back: an endless probe.
d = {}
for i in range(1000):
    d[i] = i
    if i % 3:
        d.popitem()
print(len(d), 5 in d, d.popitem())
d = {'a': 1}
for i in range(1000):
    d[str(i)] = i
    del d[str(i)]
    d[str(-i)] = i
    d.popitem()
print(d, 'b' in d)
while d:
    d.popitem()
d['x'] = 1
print(d, list(d), list(reversed(d)))
# A dict used as a queue: the first key is found at once.
d = dict.fromkeys(range(20000))
for i in range(20000):
    first = next(iter(d))
    del d[first]
    d[first + 20000] = None
print(len(d), next(iter(d)), d.popitem())
