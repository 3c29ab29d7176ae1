# differs: the limit is an option of our own
# options: --memory-limit 16M
# timeout: 60
from _survive import survive

survive('list append', lambda i, s: s.append(i * 1000), lambda s, n: all(x == i * 1000 for i, x in enumerate(s)))
survive('list extend', lambda i, s: s.extend([i, i + 0.5]), lambda s, n: len(s) == 2 * n)
survive('list insert', lambda i, s: s.insert(0, bytes(1000)), lambda s, n: len(s) == n)
survive('list repeat', lambda i, s: s.append([i] * 5000), lambda s, n: all(x == [i] * 5000 for i, x in enumerate(s)))
survive('list concat', lambda i, s: s.append([i] * 999 + [i]), lambda s, n: all(len(x) == 1000 for x in s))
def slice_assign(i, s): s[len(s):] = [i, str(i), float(i)]
survive('slice assignment', slice_assign, lambda s, n: len(s) == 3 * n and s[-3:] == [n - 1, str(n - 1), float(n - 1)])
survive('slice', lambda i, s: s.append((s[-1:] * 2 + ['x' * 1000] * 100)[:100]), lambda s, n: len(s) == n)
def insert(i, s):
    if not s: s.append({})
    s[0][i] = str(i)
survive('dict insert', insert, lambda s, n: all(v == str(k) for k, v in s[0].items()))
survive('dict update', lambda i, s: s.append({**{'a': i, 'b': [i]}, 'c': {i: i}}), lambda s, n: len(s) == n)
def dict_str(i, s):
    if not s: s.append({})
    s[0]['key%d' % i] = i
survive('dict of str', dict_str, lambda s, n: len(s[0]) == n and all(s[0]['key%d' % i] == i for i in range(n)))
def add(i, s):
    if not s: s.append(set())
    s[0].add(i * 7)
survive('set add', add, lambda s, n: all(x % 7 == 0 for x in s[0]) and len(s[0]) == n)
survive('set union', lambda i, s: s.append(frozenset(range(i, i + 50)) | {i}), lambda s, n: all(len(x) == 50 for x in s))
survive('tuple', lambda i, s: s.append((i, (i + 1.5, ), str(i))), lambda s, n: s[n - 1] == (n - 1, (n + 0.5, ), str(n - 1)))
survive('comprehension', lambda i, s: s.append([x * 1000 for x in range(500)]), lambda s, n: all(x[499] == 499000 for x in s))
survive('dict comprehension', lambda i, s: s.append({x: x for x in range(200)}), lambda s, n: all(len(x) == 200 for x in s))
survive('set comprehension', lambda i, s: s.append({x for x in range(200)}), lambda s, n: all(len(x) == 200 for x in s))
def unpack(i, s):
    a, *b, c = range(300)
    s.append((a, b, c))
survive('unpacking', unpack, lambda s, n: all(x[0] == 0 and len(x[1]) == 298 and x[2] == 299 for x in s))
def sort(i, s):
    x = [(j * 7919) % 1000 for j in range(1000)]
    x.sort(key=lambda v: -v)
    s.append(sorted(x) + x)
survive('sort', sort, lambda s, n: all(x == sorted(x[:1000]) + sorted(x[:1000], reverse=True) for x in s))
big = [(j * 7919) % 30011 * 1000 for j in range(30011)]
survive('sort in place', lambda i, s: s.append(sorted(big, key=str)), lambda s, n: sorted(big)[:3] == [0, 1000, 2000])
survive('zip and map', lambda i, s: s.append(list(zip(range(100), map(str, range(100))))), lambda s, n: all(x[99] == (99, '99') for x in s))
survive('range list', lambda i, s: s.append(list(range(10 ** 6 + i, 10 ** 6 + i + 1000))), lambda s, n: all(x[0] == 10 ** 6 + i for i, x in enumerate(s)))
survive('copy', lambda i, s: s.append([s[-1].copy() if s else [0] * 5000, dict(a=1).copy(), {1}.copy()][0]), lambda s, n: all(x == [0] * 5000 for x in s))
def nested(depth): return {'d': [depth, (nested(depth - 1), )]} if depth else []
survive('deep structures', lambda i, s: s.append(nested(50)), lambda s, n: all(x == nested(50) for x in s))
