def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

def f(make, change):
    x = make(); n = 0
    for i in x:
        change(x); n += 1
        if n > 1000: break
    return n
L, D, S = (lambda: [1, 2, 3]), (lambda: {1: 1, 2: 2, 3: 3}), (lambda: {1, 2, 3})
t('append', lambda: f(L, lambda x: x.append(1))); t('pop', lambda: f(L, lambda x: x.pop())); t('clear', lambda: f(L, lambda x: x.clear())); t('insert', lambda: f(L, lambda x: x.insert(0, 0)))
t('dict add', lambda: f(D, lambda x: x.update({len(x) + 9: 1}))); t('dict pop', lambda: f(D, lambda x: x.popitem())); t('dict clear', lambda: f(D, lambda x: x.clear())); t('set add', lambda: f(S, lambda x: x.add(99 + len(x)))); t('set clear', lambda: f(S, lambda x: x.clear()))
l = [1, 2, 3]; t('extend self iter', lambda: l.extend(x for x in l if len(l) < 100)); print(len(l))
l = [1]; t('extend while', lambda: l.extend(iter([l.append(2), l.clear()]))); print(len(l))
b = bytearray(b'abc'); t('bytearray', lambda: [b.append(1) for _ in b if len(b) < 50] and len(b))
l = list(range(5)); t('zip', lambda: len(list(zip(l, map(l.remove, list(l)))))); l = [1, 2]; t('map', lambda: len(list(map(lambda x: l.append(x) if len(l) < 20 else 0, l))))
l = [3, 2, 1]; t('max', lambda: max(l, key=lambda x: l.clear() or x)); l = [1, 2, 3]; t('join', lambda: ','.join(str(l.pop()) for _ in l)); l = ['a'] * 5
class S2(str):
    def __str__(self): l.clear(); return 'x'
t('sum', lambda: sum([[1]], l) and len(l)); l = [1, 2, 3]; t('unpack', lambda: (lambda *a: len(a))(*(l.pop() for _ in l)))
class I:
    def __index__(self): l.clear(); return 5
l = list(range(10)); t('slice index', lambda: len(l[I():])); l = list(range(10)); t('item index', lambda: l[I()]); l = list(range(10)); t('set index', lambda: l.__setitem__(I(), 1)); l = list(range(10)); t('insert index', lambda: l.insert(I(), 1)); l = list(range(10)); t('pop index', lambda: l.pop(I())); l = list(range(10)); t('mul index', lambda: len(l * I())); l = list(range(10)); t('del slice', lambda: l.__delitem__(slice(I(), None)))
b = bytearray(10)
class J:
    def __index__(self): b.clear(); return 5
t('bytearray set', lambda: b.__setitem__(J(), 1)); b = bytearray(10); t('bytearray value', lambda: b.__setitem__(7, J()))
