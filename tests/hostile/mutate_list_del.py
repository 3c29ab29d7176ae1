def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

l = []
class D:
    def __init__(self, f): self.f = f
    def __del__(self): self.f()
for name, act in (('clear', lambda: l.clear()), ('append', lambda: l.append(1)), ('extend', lambda: l.extend(range(50))), ('read', lambda: list(l))):
    l[:] = [D(act) for _ in range(5)]; t('clear ' + name, lambda: l.clear())
    l[:] = [D(act) for _ in range(5)]; t('slice ' + name, lambda: l.__setitem__(slice(1, 4), [0]))
    l[:] = [D(act) for _ in range(5)]; t('del ' + name, lambda: l.__delitem__(slice(0, 5, 2)))
    l[:] = [D(act) for _ in range(5)]; t('item ' + name, lambda: l.__setitem__(0, 1))
    l[:] = [D(act) for _ in range(5)]; t('pop ' + name, lambda: (l.pop(), 0)[1])
    l[:] = [D(act) for _ in range(5)]; t('mul ' + name, lambda: l.__imul__(0))
l.clear(); print('end')
