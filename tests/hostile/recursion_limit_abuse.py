def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

import sys
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
for bad in (0, -5, 1 << 40, 'x', None, 1.5): t('set %r' % (bad,), lambda: sys.setrecursionlimit(bad))
sys.setrecursionlimit(200); t('150', lambda: depth(100)); t('300', lambda: depth(300))
def low(n): return low(n - 1) if n else sys.setrecursionlimit(30)
sys.setrecursionlimit(1000); t('too low', lambda: low(100)); t('3000', lambda: depth(3000))
sys.setrecursionlimit(5000); t('4000', lambda: depth(4000)); sys.setrecursionlimit(1000)
def catch(n):
    try: return catch(n + 1)
    except RecursionError: return 'caught'
t('catch', lambda: catch(0))
def fin():
    try: fin()
    finally: pass
t('finally', fin)
def loop():
    for i in range(3):
        try: loop2()
        except RecursionError: pass
    return 'survived'
def loop2(): loop2()
t('again', loop)
