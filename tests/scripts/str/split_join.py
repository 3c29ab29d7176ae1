print('a b  c '.split(), 'a,b,,c'.split(','), 'a,b,c'.split(',', 1), ' a b c '.split(None, 1), ''.split(), ''.split(','), 'abc'.split('abc'), 'a--b--c'.split('--'), 'abc'.split('x'))
print('a b  c '.rsplit(), 'a,b,c'.rsplit(',', 1), ' a b c '.rsplit(None, 1), 'a,b,c'.split(',', 0), 'a,b,c'.split(',', -1), 'a,b'.split(sep=',', maxsplit=5), 'a\u2003b\x1cc\u00a0d'.split(), 'a\x00b'.split('\0'))
print('a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\u2029j'.splitlines(), 'a\n\nb\n'.splitlines(), 'a\n\nb\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), 'a\r\n'.splitlines(keepends=True))
print('a.b.c'.partition('.'), 'abc'.partition('.'), 'a.b.c'.rpartition('.'), 'abc'.rpartition('.'), ''.partition('x'))
print(','.join(['a', 'b']), ''.join([]), '-'.join('abc'), ', '.join(str(i) for i in range(3)), 'x'.join({'k': 1}), '|'.join(('one',)), 'é'.join(['a', '\u4e2d', '\U0001f600']))
for f in (lambda: 'a'.split(''), lambda: 'a'.split(5), lambda: ','.join([1]), lambda: ','.join(['a', 2]), lambda: ','.join(5), lambda: 'a'.partition(''), lambda: 'a'.rpartition(5), lambda: 'a'.split(',', 'x'), lambda: 'a'.splitlines(5, 6)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
