def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __length_hint__(self): return self.n
    def __iter__(self): return iter([1])
    def __getitem__(self, i): return i
    def __index__(self): return self.n
for n in (-1, 10 ** 10, 10 ** 30, 'x', None, 1.5, 2 ** 63 - 1): 
    for name, f in (('len', len), ('list', list), ('tuple', tuple), ('bool', bool), ('reversed', lambda x: next(reversed(x))), ('extend', lambda x: [].extend(x)), ('range', lambda x: len(range(x))), ('slice', lambda x: 'abc'[x:x])): t(name, lambda: f(Len(n)))
class It:
    def __iter__(self): return self
    n = 0
    def __next__(self):
        It.n += 1
        if It.n % 3: return It.n
        raise StopIteration
i = It(); t('zip', lambda: len(list(zip(i, i, i)))); t('dict', lambda: dict(i)); t('unpack', lambda: (lambda a, b: a)(*i)); t('join', lambda: ''.join(i)); t('set', lambda: len(set(i)))
class K(dict):
    def keys(self): return 5
t('keys', lambda: dict(K())); t('keys star', lambda: (lambda **k: 0)(**K()))
class K2:
    def keys(self): return [1, 2]
    def __getitem__(self, k): raise KeyError(k)
t('k2', lambda: dict(K2())); t('k2 star', lambda: (lambda **k: 0)(**K2())); t('k2 update', lambda: {}.update(K2()))
class S(str):
    def __hash__(self): return 1 / 0
    def __eq__(self, o): return 1 / 0
t('attr', lambda: getattr(5, S('x'))); t('dict key', lambda: {S('a'): 1}); t('kw', lambda: (lambda **k: len(k))(**{'a': 1, 'b': 2})); t('format', lambda: '{}'.format(S('x'))); t('globals', lambda: eval('x', {'x': 1})); t('in', lambda: S('a') in ['a']); t('join', lambda: S(',').join(['a', 'b'])); t('type', lambda: type(S('N'), (), {}).__name__ == 'N')
class B:
    def __bool__(self): return 5
t('bool', lambda: not B()); t('filter', lambda: list(filter(None, [B()]))); t('any', lambda: any([B()])); t('and', lambda: B() and 1); t('while', lambda: [x for x in [1] if B()]); t('sort', lambda: sorted([1, 2], key=lambda x: B())); t('hash', lambda: hash(type('H', (), {'__hash__': lambda s: None})())); t('repr', lambda: repr(type('R', (), {'__repr__': lambda s: 5})())); t('iter', lambda: iter(type('I', (), {'__iter__': lambda s: 5})())); t('int', lambda: int(type('I', (), {'__int__': lambda s: 'x'})())); t('fmt', lambda: format(type('F', (), {'__format__': lambda s, f: 5})())); t('contains', lambda: 1 in type('C', (), {'__contains__': lambda s, x: B()})()); t('getattr none', lambda: type('G', (), {'__getattr__': None})().x); t('call', lambda: type('C', (), {'__call__': 5})()()); t('init', lambda: type('I', (), {'__init__': 5})()); t('new', lambda: type('N', (), {'__new__': 5})())
