log = []
def key(x):
    log.append(x)
    return -x
print(sorted([1, 3, 2], key=key), log); log.clear()
print(min([3, 1, 2], key=key), max([3, 1, 2], key=key), log); log.clear()
a = [1, 2, 3]
def failing(x):
    if x == 2: raise KeyError(x)
    return x
try:
    a.sort(key=failing)
except KeyError as e:
    print(e, a)
def peek(x):
    log.append(list(a))
    return x
a.sort(key=peek)
print(log, a)
d = {'b': 2, 'a': 3, 'c': 1}
print(sorted(d, key=d.get), sorted(d.items(), key=lambda kv: kv[1]), sorted(d, key=d.__getitem__, reverse=True), max(d, key=d.get))
print(sorted(range(10), key=lambda x: (x % 3, -x)), sorted('bBaA', key=lambda c: (c.lower(), c)), sorted([[3, 'x'], [3, 'a']], key=lambda p: p[0]))
print(sorted(['10', '9', '1'], key=int), sorted([-3, 2, -1], key=abs), sorted(['a', 'B'], key=str.casefold), sorted([(1,), ()], key=len))
