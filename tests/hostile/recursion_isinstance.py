def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

c = (int,)
for _ in range(100000): c = (c, str)
t('isinstance', lambda: isinstance(1.5, c))
t('issubclass', lambda: issubclass(float, c))
try:
    try: raise ValueError
    except c: print('caught')
except BaseException as e: print(type(e).__name__)
