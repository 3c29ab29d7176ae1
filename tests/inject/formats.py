class P:
    def __format__(self, spec): return 'P<' + spec + '>'
    def __repr__(self): return 'P()'
    def __str__(self): return 'str P'
p = P()
n = 1234567.891
print(f'{p!r:>8} {p!s:<8}| {p:abc} {n:,.2f} {n:+015.1f} {42:#010b} {"x":^7} {p=}')
print('{0} {1!r} {name:>{width}} {0:x}'.format(255, 'q', name='n', width=5))
print('{a[k]} {b.real} {c[1]}'.format(a={'k': 1}, b=3j, c=[4, 5]))
print('%s %r %d %05.1f %x %c %% %-5s|' % ('s', 'r', 10, 2.5, 255, 'c', 'l'))
print('%(one)s-%(two)08.3f' % {'one': 1, 'two': 2.0})
print(format(12345678901234567890, ','), format(0.000012, 'e'), format('abc', '>10'), format(True, 'd'))
print(f'{"nested " + f"{1 + 1}"}', f'{[i for i in range(5)]}', f'{ {1: 2}[1] }')
print('é{}€'.format('😀'), b'%s-%d' % (b'x', 5), '{:%}'.format(0.25))
