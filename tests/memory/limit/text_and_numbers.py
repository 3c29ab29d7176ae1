# differs: the limit is an option of our own
# options: --memory-limit 16M
# timeout: 60
from _survive import survive

survive('str repeat', lambda i, s: s.append('ab' * 5000), lambda s, n: all(x == 'ab' * 5000 for x in s))
survive('str concat', lambda i, s: s.append('x' * 3000 + str(i)), lambda s, n: all(x.endswith(str(i)) for i, x in enumerate(s)))
def grow_str(i, s):
    if not s: s.append('')
    t = s.pop()
    s.append(t)
    t += 'é' * 300000
    s[0] = t
survive('str in place', grow_str, lambda s, n: s[0] == 'é' * len(s[0]))
survive('join', lambda i, s: s.append(','.join(map(str, range(1000)))), lambda s, n: all(x.count(',') == 999 for x in s))
survive('format', lambda i, s: s.append('{:>5000}|{!r}'.format(i, 'q')), lambda s, n: all(x.endswith("%d|'q'" % i) for i, x in enumerate(s)))
survive('f-string', lambda i, s: s.append(f'{i:04000d}{i!r:>10}'), lambda s, n: all(int(x[:4000]) == i for i, x in enumerate(s)))
survive('percent', lambda i, s: s.append('%04000d %s' % (i, [i])), lambda s, n: all(x.endswith('%d [%d]' % (i, i)) for i, x in enumerate(s)))
survive('replace', lambda i, s: s.append(('a' * 500).replace('a', 'bcd€')), lambda s, n: all(x == 'bcd€' * 500 for x in s))
survive('split', lambda i, s: s.append(('word ' * 200).split()), lambda s, n: all(x == ['word'] * 200 for x in s))
survive('upper and translate', lambda i, s: s.append(('straße%d' % i * 100).upper().translate({83: 'zz'})), lambda s, n: len(s) == n)
survive('encode', lambda i, s: s.append(('é€' * 1000).encode('utf-16')), lambda s, n: all(x.decode('utf-16') == 'é€' * 1000 for x in s[:20]))
survive('decode', lambda i, s: s.append((b'\xc3\xa9' * 3000).decode()), lambda s, n: all(x == 'é' * 3000 for x in s))
survive('decode with errors', lambda i, s: s.append((b'a\xff' * 1000).decode('utf-8', 'replace')), lambda s, n: all(x == 'a\ufffd' * 1000 for x in s))
survive('bytes', lambda i, s: s.append(bytes(5000) + b'%d' % i), lambda s, n: all(x[5000:] == b'%d' % i for i, x in enumerate(s)))
def grow_bytes(i, s):
    if not s: s.append(bytearray())
    s[0] += b'0123456789' * 100
survive('bytearray', grow_bytes, lambda s, n: len(s[0]) == 1000 * n and s[0][-10:] == b'0123456789')
survive('bytes methods', lambda i, s: s.append(b'-'.join(b'a b c d'.split() * 300).replace(b'a', b'xyz')), lambda s, n: all(x.count(b'xyz') == 300 for x in s))
survive('int power', lambda i, s: s.append(3 ** 20000), lambda s, n: all(x == 3 ** 20000 for x in s[:5]))
def growing_power(i, s): s[:] = [7 ** (1 << i)]
survive('one int power', growing_power, lambda s, n: s == [7 ** (1 << (n - 1))])
def shift(i, s): s[:] = [(1 << (1 << i)) - 1]
survive('shift', shift, lambda s, n: s == [(1 << (1 << (n - 1))) - 1])
def multiply(i, s): s[:] = [s[0] * s[0] if s else 12345678901234567890]
survive('multiplication', multiply, lambda s, n: s[0] % 97 == pow(12345678901234567890, 1 << (n - 1), 97))
survive('floats', lambda i, s: s.append(i * 1.5), lambda s, n: all(x == i * 1.5 for i, x in enumerate(s)))
survive('int to str', lambda i, s: s.append(str(10 ** 4000 + i)), lambda s, n: all(int(x) == 10 ** 4000 + i for i, x in enumerate(s[:20])))
survive('complex', lambda i, s: s.append(complex(i, 1) * 2), lambda s, n: all(x == complex(2 * i, 2) for i, x in enumerate(s)))
for big in ("'a' * (1 << 62)", '[0] * (1 << 60)', 'bytes(1 << 62)', "'a' * (1 << 40)", '[0] * (1 << 40)', 'bytes(1 << 40)',
            '1 << (1 << 40)', 'bytearray(1 << 40)', '(None,) * (1 << 40)', 'list(range(1 << 40))'):
    try:
        eval(big)
    except MemoryError as e:
        print(big, 'MemoryError', str(e)[:16])
