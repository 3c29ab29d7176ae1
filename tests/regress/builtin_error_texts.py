# Texts of getattr, hasattr, min, sorted, enumerate, __import__, print >> and ** that differed.
for source in ('getattr(1, 2)', 'hasattr(1, 2)', 'max(x=1)', 'min(key=1)', 'sorted([1], 2)', 'sorted([1], foo=2)', 'sorted(5, foo=2)',
               'enumerate()', 'enumerate(start=1)', 'enumerate([], iterable=1)', 'enumerate([], 1, 2)', '__import__(5)',
               'print >> 1', 'len >> 1', 'dict(K())', '{**K()}', '(lambda **k: k)(**K())'):
    class K:
        def keys(self): return 5
        def __getitem__(self, key): return key
    try:
        eval(source, {'K': K})
    except TypeError as e: print(source, '=>', e)
print(list(enumerate(iterable='ab', start=2)), type(iter('a')).__name__, type(iter('é')).__name__)
