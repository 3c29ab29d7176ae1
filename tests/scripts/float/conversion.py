for s in ('1.5', ' 1.5 ', '-1e5', '+.5', '5.', 'inf', '-Infinity', 'NaN', 'nan', '1_0.0_1', '1e400', '-1e400', '1e-400', '0x10' if 0 else '7', '١.٥', '1e5\n', '9' * 40, '0.' + '1' * 40, '1e+10', '00.5', '2.2250738585072011e-308', '1.00000000000000011102230246251565', '8.5e-324'):
    print(repr(s[:20]), float(s))
for s in ('', ' ', 'a', '1e', '1.5.2', '1_', '_1', '1__0', '0x1', 'in', 'infinit', '1 2', '--1', '1e5.5', None, [], 'nanx', b'abc', '1\x00'):
    try:
        print(float(s))
    except Exception as e:
        print(type(e).__name__, e)
print(float(), float(5), float(True), float(b'2.5'), float(10 ** 20))
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio(), (1e300).as_integer_ratio()[1], (0.0).as_integer_ratio())
for x in ('inf', 'nan'):
    try:
        float(x).as_integer_ratio()
    except Exception as e:
        print(type(e).__name__, e)
for x in (0.0, -0.0, 1.0, 0.1, -2.5, 1e300, 5e-324, float('inf'), float('nan'), 1 / 3):
    print(x.hex(), float.fromhex(x.hex()))
print(float.fromhex('0x1.8p1'), float.fromhex('1.8'), float.fromhex('-0x.8p0'), float.fromhex(' inf '), float.fromhex('0xa.bp-3'))
for s in ('', 'g', '0x', '0x1p99999'):
    try:
        print(float.fromhex(s))
    except Exception as e:
        print(type(e).__name__, e)
