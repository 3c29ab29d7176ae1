def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

import sys
sys.set_int_max_str_digits(0)
n = 7 ** 20000
t('str', lambda: len(str(n))); t('hex', lambda: len(hex(n))); t('parse', lambda: int(str(n)) == n); t('mul', lambda: (n * n) // n == n); t('format', lambda: len(f'{n:,}')); t('mod', lambda: '%d' % n == str(n)); t('oct', lambda: int(oct(n), 8) == n)
t('float', lambda: float(n)); t('div', lambda: n / n); t('sqrt', lambda: n ** 0.5); t('shift', lambda: (n << 100000) >> 100000 == n); t('and', lambda: n & (n - 1) < n); t('bytes', lambda: int.from_bytes(n.to_bytes(10000, 'big'), 'big') == n)
for bad in (1, 639, -1, 'x'): t('limit', lambda: sys.set_int_max_str_digits(bad))
