def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

d = {}
class K:
    def __init__(self, n, f): self.n, self.f = n, f
    def __hash__(self): return 5
    def __eq__(self, o):
        self.f()
        return False
n = [0]
def bounded(f):
    def g():
        n[0] += 1
        if n[0] < 50: f()
    return g
for name, act in (('clear', lambda: d.clear()), ('add', lambda: d.__setitem__(len(d) + 100, 1)), ('grow', lambda: d.update({i: i for i in range(100)})), ('pop', lambda: d.popitem() if d else 0), ('raise', lambda: 1 / 0)):
    for op, f in (('get', lambda: d.get(K(9, act))), ('set', lambda: d.__setitem__(K(9, act), 1)), ('in', lambda: K(9, act) in d), ('pop', lambda: d.pop(K(9, act), 0)), ('setdefault', lambda: d.setdefault(K(9, act), 1)), ('del', lambda: d.__delitem__(K(9, act))), ('eq', lambda: d == {K(1, act): 0, K(2, act): 0}), ('update', lambda: d.update({K(8, act): 0, K(7, act): 1})), ('items', lambda: (K(1, act), 0) in d.items())):
        d.clear(); n[0] = 0; a = bounded(act)
        for i in range(3): dict.__setitem__(d, K(i, lambda: None), i)
        for k in d: k.f = a
        t(op + ' ' + name, lambda: f() and None); print(len(d) >= 0)
