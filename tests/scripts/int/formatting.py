for spec in ('d', 'x', 'X', 'o', 'b', 'c', 'n', ',', '_', '+', ' ', '-', '5', '<5', '>5', '^5', '*^7', '05', '=+6', '0=6', '#x', '#o', '#b', '#X', '_x', '_b', '08,', '+,d', 'e', '.2f', 'g', '%', '>10,.1f', '020_b', '#010x', 'é>5'):
    print(spec, '|' + format(65, spec) + '|', '|' + format(-1234567 if 'c' not in spec else 97, spec) + '|')
for spec in ('s', 'q', '.2d', ',x', '+c', '#c', ',_', '5.1', '.5', 'dd', '*5*'):
    try:
        print(spec, format(65, spec))
    except ValueError as e:
        print(spec, e)
try:
    format(-1, 'c')
except OverflowError as e:
    print(e)
print(format(10 ** 30, ','), format(10 ** 30, 'x'), format(-10 ** 30, '_d'), format(10 ** 20, 'e'), format(10 ** 40, 'g'))
print(hex(255), hex(-255), oct(8), bin(10), bin(-10), hex(0), hex(10 ** 20), bin(2 ** 65))
print('%d %5d %-5d| %05d %+d % d %x %X %o %#x %#o %i %u %c %s %r' % (1, 2, 3, 4, 5, 6, 255, 255, 8, 255, 8, 7, 8, 65, 9, 10))
print('%d' % 3.99, '%x' % 10 ** 1, '%10.4d|' % 42, '%-10.4d|' % -42, '%d' % True, '%d' % 10 ** 1, '%+.3d' % 5)
print(str(-5), repr(10 ** 20), str(True), repr(0))
