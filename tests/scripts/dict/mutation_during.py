def t(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__, e)
def add():
    d = {1: 1, 2: 2}
    for k in d: d[k + 10] = 1
def remove():
    d = {1: 1, 2: 2, 3: 3}
    for k in d: del d[k]
def swap():
    d = {1: 1, 2: 2, 3: 3}
    for k in d:
        del d[k]
        d[k + 10] = 0
def clear():
    d = {1: 1, 2: 2}
    for k, v in d.items(): d.clear()
    return d
def last():
    d = {1: 1, 2: 2}
    for k in d:
        if k == 2: d[3] = 3
def values():
    d = {1: 1, 2: 2}
    for k in d: d[k] = k * 100
    return d
def rev():
    d = {1: 1, 2: 2}
    for k in reversed(d): d[k + 5] = 1
def comp():
    d = {1: 1}
    return {k: d.update({k + 1: 1}) for k in d}
def view_values():
    d = {1: 1, 2: 2}
    for v in d.values(): d.pop(v)
for f in (add, remove, swap, clear, last, values, rev, comp, view_values): t(f.__name__, f)
class E:
    def __init__(self, act): self.act = act
    def __hash__(self): return 1
    def __eq__(self, o):
        self.act()
        return False
d = {}
d[E(lambda: None)] = 1
t('insert clears', lambda: d.__setitem__(E(lambda: d.clear()), 2)); print(len(d))
d = {E(lambda: None): 1}
t('get clears', lambda: d.get(E(lambda: d.clear()))); print(len(d))
t('eq raises', lambda: {E(lambda: None): 1}.get(E(lambda: 1 / 0)))
t('update self', lambda: (lambda d: d.update(d) or d)({1: 2}))
s = {1, 2}
def setadd():
    for x in s: s.add(x + 10)
t('set', setadd)
