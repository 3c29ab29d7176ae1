d = {'a': 1, 'b': 2}
print(d, len(d), d['a'], d.get('a'), d.get('z'), d.get('z', 0), 'a' in d, 'z' not in d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.setdefault('a', 9), d.setdefault('c', 3), d.setdefault('n'), d, d.pop('n'), d.pop('zz', 'dflt'), d.popitem(), d)
d.update({'x': 1}); d.update([('y', 2), 'zw']); d.update(k=5); d.update(); d.update({'x': 10}, k=6); print(d)
e = d.copy(); e['new'] = 1; print('new' in d, len(e)); e.clear(); print(e, bool(e))
print(dict(), dict(a=1), dict({'a': 1}, b=2), dict([('a', 1)]), dict(['ab', 'cd']), dict(zip('ab', [1, 2])), dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), dict(dict(x=1)), {1: 'a', True: 'b'})
print({'a': 1} | {'b': 2}, {'a': 1} | {'a': 2}, {'a': 1} == {'a': 1.0}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {} == [], {1: 2} != {1: 3})
d = {'q': 1}; d |= {'r': 2}; d |= [('s', 3)]; print(d, list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
for code in ("d['zz']", "d.pop('zz')", "{}.popitem()", "d[[]]", "d[{}] = 1", "dict(5)", "dict([1])", "dict(['abc'])", "d.update(5)", "d.update([(1, 2, 3)])", "d | 5", "d < d", "d + d", "dict(a=1, **{'a': 2})", "del d['zz']", "d.get()", "d.get([])", "dict.fromkeys(5)", "d.setdefault()", "d.update(1, 2)", "d[1, []]", "hash(d)", "d.keys()[0]", "d.pop()", "dict(None)", "d |= 5", "d.update({1, 2})"):
    try:
        exec(code)
        print(code, 'ok')
    except Exception as x:
        print(code, type(x).__name__, x)
d = {}; d['self'] = d; print(d)
