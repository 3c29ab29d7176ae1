import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
for name in 'sqrt exp log log2 log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh floor ceil trunc fabs degrees radians expm1 log1p gamma lgamma erf erfc cbrt exp2'.split():
    row = []
    for x in (0, 0.5, 1, -0.5, 2.5, 100, -3, math.inf, math.nan):
        try:
            r = getattr(math, name)(x)
            row.append('%.10g' % r if isinstance(r, float) else str(r))
        except Exception as e: row.append(str(e))
    print(name, row)
print(math.factorial(20), math.factorial(30), math.gcd(12, 18), math.gcd(), math.gcd(0, 5, 10), math.lcm(4, 6), math.lcm(), math.comb(10, 3), math.comb(3, 5), math.perm(5, 2), math.perm(5), math.isqrt(99), math.isqrt(10 ** 40), math.prod([1, 2, 3, 4]), math.prod([2.5, 2], start=10))
print(math.pow(2, 0.5), math.atan2(1, -1), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist([0, 0], [3, 4]), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-2.5), math.frexp(10), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.fsum([0.1] * 10), math.ulp(1.0), math.nextafter(1, 2), math.log(8, 2), math.log(10 ** 400), math.log2(2 ** 2000))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(5), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-10, abs_tol=1e-9), math.floor(10 ** 20), math.ceil(-0.5), math.floor(-0.5), math.trunc(1e20))
for code in ('math.sqrt(-1)', 'math.sqrt("a")', 'math.log(0)', 'math.log(-1)', 'math.factorial(-1)', 'math.factorial(1.5)', 'math.exp(1000)', 'math.floor(math.nan)', 'math.floor(math.inf)', 'math.isqrt(-1)', 'math.comb(-1, 2)', 'math.gcd(1.5)', 'math.pow(0, -1)', 'math.pow(-1, 0.5)', 'math.fmod(1, 0)', 'math.sqrt()', 'math.sqrt(1, 2)', 'math.acos(2)', 'math.floor("x")', 'math.dist([1], [1, 2])', 'math.ldexp(1.0, 5000)', 'math.log(5, 1)', 'math.sin(10**400)', 'math.fsum(5)', 'math.log10(0)', 'math.gamma(-1)', 'math.isclose(1, 1, rel_tol=-1)', 'math.nothing'):
    try:
        print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
