def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

l = []
class K:
    def __init__(self, n, f): self.n, self.f = n, f
    def __lt__(self, o): self.f(); return self.n < o.n
for name, act in (('clear', lambda: l.clear()), ('append', lambda: l.append(1)), ('sort', lambda: l.sort()), ('none', lambda: None), ('raise', lambda: 1 / 0), ('assign', lambda: l.__init__([3, 4]))):
    l[:] = [K(i, act) for i in (3, 1, 2, 5, 4)]
    t(name, lambda: l.sort()); print(len(l) < 10)
    l[:] = [3, 1, 2]; t('key ' + name, lambda: l.sort(key=lambda x: act() or x)); print(len(l) < 10)
class R:
    import random
    rnd = random.Random(3)
    def __lt__(self, o): return self.rnd.random() < .5
t('random order', lambda: len(sorted([R() for _ in range(2000)])))
class B:
    def __lt__(self, o): return True
t('always', lambda: len(sorted([B() for _ in range(1000)])))
