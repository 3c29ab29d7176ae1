def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

c = object
for i in range(300): c = type('C', (c,), {'m%d' % i: i})
t('mro', lambda: len(c.__mro__)); t('attr', lambda: c().m0); t('isinstance', lambda: isinstance(c(), object))
class P: pass
p = P()
for i in range(100000): q = P(); q.p = p; p = q
t('walk', lambda: (lambda x: 5)(p)); del p, q
print('freed')
