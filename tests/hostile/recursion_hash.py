def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

u = ()
for _ in range(3000): u = (u,)
t('hash 3000', lambda: hash(u) == hash(u))
f = frozenset()
for _ in range(300): f = frozenset([f])
t('frozenset', lambda: isinstance(hash(f), int))
t('key', lambda: {u: 1}[u])
