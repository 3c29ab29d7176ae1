class L:
    def __init__(self, n): self.n = n
for op in 'add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod'.split():
    def make(op):
        def f(self, o): return f'{op}({self.n}, {o.n if isinstance(o, L) else o})'
        def r(self, o): return f'r{op}({self.n}, {o})'
        return f, r
    f, r = make(op)
    setattr(L, f'__{op}__', f); setattr(L, f'__r{op}__', r)
a, b = L('a'), L('b')
print(a + b, a - 1, 1 - a, a * b, 2 * a, a / 1, 1 / a, a // 1, 1 // a, a % 1, 1 % a, a ** 1, 2 ** a, a << 1, 1 << a, a >> 1, 1 >> a, a & 1, 1 & a, a | 1, 1 | a, a ^ 1, 1 ^ a, a @ b, 1 @ a, divmod(a, 1), divmod(1, a), [] + a, None + a)
class Base:
    def __add__(self, o): return 'Base.add'
    def __radd__(self, o): return 'Base.radd'
class Sub(Base):
    def __radd__(self, o): return 'Sub.radd'
class Same(Base): pass
print(Base() + Sub(), Sub() + Base(), Base() + Same(), Base() + Base(), Sub() + Sub())
class N:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
for f in (lambda: N() + N(), lambda: N() + 1, lambda: 1 + N(), lambda: N() < N(), lambda: N() == N(), lambda: N() < 1, lambda: 'a' + N(), lambda: [] + N(), lambda: N() - 1, lambda: divmod(N(), 1), lambda: N() ** 2, lambda: pow(N(), 2, 3), lambda: N() @ 1, lambda: -N(), lambda: print >> 5, lambda: print << 5, lambda: N()[0], lambda: N() >> 2):
    try:
        print(f())
    except TypeError as e:
        print(e)
class MyInt(int):
    def __radd__(self, o): return 'MyInt.radd'
    def __rsub__(self, o): return 'MyInt.rsub'
print(1 + MyInt(2), MyInt(2) + 1, 5 - MyInt(1), 1.5 + MyInt(2), True + MyInt(1))
