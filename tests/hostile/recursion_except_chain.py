def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

def f(n):
    try:
        if n == 0: raise ValueError
        f(n - 1)
    except Exception as e:
        raise KeyError(n)
t('chain', lambda: f(300))
e = None
for i in range(20000):
    x = ValueError(i); x.__context__ = e; x.__cause__ = e; e = x
del e, x
print('freed')
