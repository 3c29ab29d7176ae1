d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), 'a' in k, 1 in v, ('a', 1) in i, ('a', 2) in i, 'a' in i, ('a',) in i)
d['d'] = 4
print(k, v, i, list(reversed(k)), k.mapping, type(k.mapping).__name__)
print(sorted(k & {'a', 'z'}), sorted(k | ['q']), sorted(k - {'a'}), sorted(k ^ {'a', 'z'}), k == {'a', 'b', 'c', 'd'}, k >= {'a'}, k < {'a'}, k.isdisjoint('xyz'), sorted(i & {('a', 1)}), sorted({'a', 'q'} - k), sorted(['a', 'x'] & k), type(k & k).__name__)
print(v == v, v == d.values(), k == d.keys(), i == d.items(), d.keys() == {'a': 0, 'b': 0, 'c': 0, 'd': 0}.keys(), {1: []}.items() == {1: []}.items())
for code in ('k[0]', 'k.add(1)', 'hash(k)', 'k & 5', 'v & v', 'k < 5', 'k + k', 'len(5 & k)', '{1: []}.items() | set()', 'k.mapping["x"] = 1'):
    try:
        print(eval(code) if '=' not in code else exec(code))
    except Exception as e:
        print(code, type(e).__name__, e)
print(k, {}.keys(), {}.values(), {}.items(), list(zip(k, v)), max(v), sum(v), min(k), [*i], dict(i) == d, {y: x for x, y in i})
it = iter(d.items()); print(next(it), it.__length_hint__(), list(it), type(it).__name__, type(iter(k)).__name__, type(iter(v)).__name__, type(reversed(d)).__name__)
