def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

l = list(range(5))
class It:
    def __iter__(self): l.clear(); return iter([1, 2])
t('slice', lambda: l.__setitem__(slice(1, 3), It())); print(l)
def g():
    l.clear(); yield 1; l.extend([7, 8]); yield 2
l = list(range(5)); t('gen', lambda: l.__setitem__(slice(1, 3), g())); print(l)
l = list(range(5)); t('extend gen', lambda: l.extend(g())); print(l)
l = list(range(5)); t('self', lambda: l.__setitem__(slice(1, 1), l)); print(l)
l = list(range(5)); t('iadd', lambda: l.__iadd__(l)); print(l); t('init', lambda: l.__init__(l)); print(l); t('init gen', lambda: l.__init__(x for x in l)); print(l)
