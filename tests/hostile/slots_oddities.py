def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

for s in ((), ('a',), 'abc', ('__dict__',), ('a', 'a'), (1,), ('a b',), ('',), ('__class__',), ('x' * 10000,), {'a': 1}, iter(['p', 'q']), 5, None, ('é',), tuple('s%d' % i for i in range(2000))): t('slots', lambda: type('S', (), {'__slots__': s})().__class__.__name__)
class P:
    __slots__ = ('a',)
    def __del__(self): self.a = self
p = P(); del p
import gc
gc.collect()
class Q: __slots__ = ('__del__', '__eq__', '__len__')
q = Q(); t('len', lambda: len(q)); q.__len__ = 5; t('len2', lambda: len(q)); t('eq', lambda: q == q); q = None
t('foreign', lambda: P.a.__get__(Q())); t('foreign set', lambda: P.a.__set__(5, 1)); t('foreign del', lambda: P.a.__delete__([])); t('none', lambda: P.a.__get__(None)); x = P(); t('del unset', lambda: P.a.__delete__(x)); x.a = 1
t('class', lambda: setattr(x, '__class__', Q)); t('multi', lambda: type('Z', (P, Q), {})); t('tuple slots', lambda: type('Z', (tuple,), {'__slots__': ('a',)})); del x
print('end')
