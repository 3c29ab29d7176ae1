def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

n = 100000
def nest(kind):
    x = kind()
    for _ in range(n): x = kind([x])
    return x
a, b = nest(list), nest(list)
t('list eq', lambda: a == b); t('list lt', lambda: a < b); t('in', lambda: a in [b]); t('index', lambda: [a].index(b)); t('sort', lambda: sorted([a, b]))
a, b = nest(tuple), nest(tuple)
t('tuple eq', lambda: a == b); t('tuple lt', lambda: a < b)
x, y = {}, {}
for _ in range(n): x, y = {0: x}, {0: y}
t('dict eq', lambda: x == y)
l = []; l.append(l); m = []; m.append(m); t('self', lambda: l == m); t('self repr', lambda: repr(l))
d = {}; d[0] = d; e = {}; e[0] = e; t('dict self', lambda: d == e)
