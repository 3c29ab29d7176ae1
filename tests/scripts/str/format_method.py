print('{} {}'.format(1, 'a'), '{1} {0}'.format('a', 'b'), '{a} {b}'.format(a=1, b=2), '{0[k]} {0[0]}'.format({'k': 'v', 0: 'zero'}), '{0.real} {x.imag}'.format(5, x=2), '{{}} {{{0}}}'.format(1), '{!r} {!s} {!a}'.format('é', 'b', 'é'))
print('{:>5}|{:<5}|{:^5}|{:*^7}|{:=+5}'.format('a', 'b', 'c', 'd', 5), '{:{}}'.format('x', 4) + '|', '{:{w}.{p}f}'.format(3.14159, w=8, p=2), '{0:{1}}'.format(5, '03'), '{:.2}|{:5.1}|'.format('hello', 'xyz'))
print('{0[a][b]} {0[a].real}'.format({'a': {'b': 1}}) if 0 else '{[0][1]}'.format([[1, 2]]), '{:%}'.format(0.5), '{:,}'.format(1234567), '{:d}{:x}'.format(10, 10), '{:}'.format(5), '{!r:>6}'.format('a'), '{0}{0}{0}'.format('x'), '{:s}'.format('s'), '{a[0]}'.format(a='xyz'))
for f in (lambda: '{}'.format(), lambda: '{1}'.format(0), lambda: '{a}'.format(), lambda: '{} {0}'.format(1), lambda: '{0} {}'.format(1), lambda: '{'.format(1), lambda: '}'.format(1), lambda: '{0'.format(1), lambda: '{!}'.format(1), lambda: '{!q}'.format(1), lambda: '{0.}'.format(1), lambda: '{0[}'.format(1), lambda: '{0[]}'.format([1]), lambda: '{0.nope}'.format(1), lambda: '{0[x]}'.format([1]), lambda: '{:d}'.format('a'), lambda: '{:5.2d}'.format(1), lambda: '{:s}'.format(1), lambda: '{:.3}'.format(None), lambda: '{:5}'.format([]), lambda: '{:{}}'.format(1), lambda: '{:=5}'.format('a'), lambda: '{:+}'.format('a'), lambda: '{:,}'.format('a'), lambda: '{0!r!s}'.format(1), lambda: '{:c}'.format(-1), lambda: '{-1}'.format(1), lambda: '{a b}'.format(**{'a b': 'ok'}), lambda: '{:99999999999999999999}'.format(1), lambda: '{:.99999999999999999999f}'.format(1.0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class D(dict):
    def __missing__(self, k): return 'missing ' + k
print('{x} {y}'.format_map(D(x=1)), '{a.b}'.format(a=type('T', (), {'b': 'attr'})), '%s'.format())
