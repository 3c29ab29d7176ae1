def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

l = [1, 2, 3]; it = iter(l); l.append(it); t('list iter', lambda: len(list(it))); d = {}; d[1] = iter(d); t('dict iter', lambda: next(d[1])); 
e = enumerate([]); t('enum', lambda: next(e)); z = zip(); t('zip', lambda: next(z))
def f(): return next(it2)
it2 = iter(f, 5); t('callable', lambda: next(it2))
calls = [0]
def g():
    calls[0] += 1
    if calls[0] > 3: raise StopIteration
    return calls[0]
t('callable stop', lambda: len(list(iter(g, None))))
class N:
    def __iter__(self): return self
    def __next__(self): del N.__next__; return 1
t('vanish', lambda: list(N()))
class R:
    def __iter__(self): return iter(self.x)
    @property
    def x(self): return R()
t('endless iter', lambda: list(R()))
m = map(lambda x: next(m), [1, 2, 3]); t('map self', lambda: list(m)); fl = filter(lambda x: next(fl), [1, 2, 3]); t('filter self', lambda: list(fl)); mm = None
def h():
    for x in gg: yield x
gg = h(); t('gen self', lambda: list(gg)); t('star', lambda: [*iter(lambda: 1, 1)]); t('reversed', lambda: list(reversed(type('S', (), {'__len__': lambda s: 3, '__getitem__': lambda s, i: 1 // i})()))); t('setstate', lambda: iter([1]).__setstate__(10 ** 10)); x = iter([1, 2]); x.__setstate__(-5); t('after', lambda: next(x)); r = reversed([1, 2, 3]); r.__setstate__(100); t('rev', lambda: next(r)); y = iter((1, 2)); y.__setstate__(99); t('tup', lambda: next(y)); rg = iter(range(5)); t('range hint', lambda: rg.__length_hint__()); zz = zip(*[iter(range(4))] * 2); t('zip same', lambda: len(list(zz))); zs = zip([1], [], strict=True); t('strict', lambda: next(zs)); t('sum', lambda: sum(iter(lambda: 1, 1))); t('min', lambda: min(iter([]))); t('unpack', lambda: [a for a, *b in [[]]]); t('sorted', lambda: sorted(x for x in [1, 'a']))
del it, l, d
