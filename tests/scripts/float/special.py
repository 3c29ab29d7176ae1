inf, nan = float('inf'), float('nan')
print(inf > 10 ** 400, -inf < -10 ** 400, nan < 1, nan > 1, nan != nan, nan in [nan], [nan] == [nan], nan in [float('nan')], (nan,) == (nan,))
print(inf - inf, inf + 1, inf * -1, inf // 1, inf % 2, 5 % inf, -5 % inf, 1 // inf, -1 // inf, 0.0 ** 0, nan ** 0, 1 ** nan, inf ** 0, inf ** -1)
print(min(nan, 1), min(1, nan), max(nan, 1), sorted([3, 1, 2.5]), sum([0.1] * 10), sum([1e100, 1.0, -1e100]))
print(hash(1.0) == hash(1), hash(0.5), hash(inf), hash(-inf), hash(1e20) == hash(10 ** 20), hash(-0.0), hash(1.1), hash(2.0 ** -1074))
print(-0.0, 0.0 + -0.0, -0.0 + -0.0, 0.0 * -1, abs(-0.0), -0.0 < 0.0, str(-0.0), -0.0 == 0, 1 / float('-inf'))
print(bool(0.0), bool(nan), bool(-0.0), not 0.1)
for code in ('1.0 / 0', '1.0 // 0', '1.0 % 0.0', '0.0 ** -1', 'divmod(1.0, 0)', '10.0 ** 400', '(-8.0) ** 0.5', '1e400', '2.0 ** 10000', '1.5 + "a"', '1.5 & 1', '1.5 << 1', '~1.5', '1.5 + None', '"a" * 1.5', '[1] * 2.0', 'range(1.0)', '(-1.0) ** inf', '(-2.0) ** inf', '(-2.0) ** -inf'):
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
class F(float):
    def __repr__(self): return 'F'
f = F(2.5)
print(f, repr(f), f + 1, type(f + 1).__name__, float(f), f == 2.5, f'{f:.1f}', f.real, f.imag, f.conjugate(), (2.5).__floor__(), (2.5).__divmod__(2))
