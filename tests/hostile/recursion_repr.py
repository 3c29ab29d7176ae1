def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

n = 100000
l = []
for _ in range(n): l = [l]
t('list', lambda: repr(l))
u = ()
for _ in range(n): u = (u,)
t('tuple', lambda: repr(u))
d = {}
for _ in range(n): d = {0: d}
t('dict', lambda: str(d))
t('format', lambda: f'{l}')
t('percent', lambda: '%s' % (u,))
