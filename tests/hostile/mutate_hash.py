def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

d = {}
class H:
    def __init__(self, f): self.f = f
    def __hash__(self): return self.f() or 3
for name, act in (('clear', lambda: d.clear()), ('add', lambda: d.update({1: 1})), ('raise', lambda: 1 / 0), ('string', lambda: 'x'), ('self', lambda: d.setdefault('k', 1) and 4)):
    d.update({i: i for i in range(10)})
    t('get ' + name, lambda: d.get(H(act))); t('set ' + name, lambda: d.__setitem__(H(act), 1)); t('display ' + name, lambda: {H(act): 1, **d} and None); t('set display ' + name, lambda: {H(act), H(act)} and None); t('tuple ' + name, lambda: hash((1, H(act))) and None)
class C:
    n = 0
    def __hash__(self): C.n += 1; return C.n
c = C(); x = {c: 1}; t('changing', lambda: x[c]); t('in', lambda: c in x); t('list', lambda: list(x)[0] is c); t('pop', lambda: x.popitem()[1])
