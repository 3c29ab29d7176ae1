def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

for s in ('%', '%(', '%(a', '%*', '%.', '%.*', '%99999999999999999999d', '%.99999999999999999999f', '%s' * 100, '%(a)s', '%-+ #05.3d', '%lld', '%%%', '%\0', '%é'): t('percent', lambda: s % (1, 2)); t('percent map', lambda: s % {'a': 1})
for s in ('{', '}', '{}{', '{0', '{0.', '{0[', '{0[]}', '{!', '{!r', '{:{}}', '{:{:{}}}', '{0.__class__.__mro__[1]}', '{' * 1000, '{0:' * 100 + '}' * 100, '{99999999999999999999}', '{a.b.c}', '{0[99999999999999999999]}', '{:\0}', '{0!r:{1}}', '{:1' + '0' * 50 + '}'): t('format', lambda: s.format(1, 2))
for f in ('>' * 100, '0' * 100, '.', '.5', 'é^5', '\0<5', ',d', '_,', '+-', '#', '#x', '99999999999', '.99999999999', 'z', 'zd', '=5', '{}'): t('spec', lambda: len(format(5, f)) < 10 ** 6); t('spec f', lambda: len(format(1.5, f)) < 10 ** 6); t('spec s', lambda: len(format('a', f)) < 10 ** 6)
t('surrogate', lambda: '\ud800'.encode()); t('null', lambda: eval('"\0"')); t('print sur', lambda: ascii('\ud800')); t('maketrans', lambda: 'a'.translate({97: 'b' * 10 ** 6}).count('b')); t('split', lambda: len(('a,' * 10 ** 5).split(','))); t('join', lambda: len('x'.join(['ab'] * 10 ** 5))); t('repl', lambda: len('a'.replace('', 'b' * 10 ** 6))); t('count', lambda: ('a' * 10 ** 5).count('a' * 5 * 10 ** 4)); t('find', lambda: ('ab' * 10 ** 5).find('b' * 1000 + 'a')); t('bad find', lambda: ('a' * 10 ** 5 + 'b').find('a' * 1000 + 'b')); t('upper', lambda: len(('ŉ' * 10 ** 5).upper())); t('float', lambda: float('1' * 10 ** 5)); t('float e', lambda: float('1e' + '9' * 1000)); t('hexfloat', lambda: float.fromhex('0x' + '1' * 10 ** 4)); t('int', lambda: int('1_' * 1000 + '1') > 0); t('N', lambda: eval(r"'\N{" + 'A' * 10 ** 5 + "}'"))
