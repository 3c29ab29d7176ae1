class B:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
print(bool(B(True)), not B(False))
for v in (1, None, 'x'):
    try:
        bool(B(v))
    except TypeError as e:
        print(e)
class L:
    def __len__(self): return 0
print(bool(L()))
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print([10, 20, 30][I(1)], 'abc'[I(0):I(2)], range(I(3)), hex(I(255)), bin(I(5)), int(I(7)))
print('ab' * I(2), [0] * I(3), chr(I(65)), round(1.2345, I(2)), 1 << 3, float(I(3)))
for v in ('x', 1.0, None):
    try:
        [1][I(v)]
    except TypeError as e:
        print(e)
class N:
    def __int__(self): return 5
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __trunc__(self): return 9
    def __round__(self, n=None): return ('round', n)
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __abs__(self): return 'abs'
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __divmod__(self, o): return 'divmod'
import math
n = N()
print(int(n), float(n), complex(n), round(n), round(n, 1), math.floor(n), math.ceil(n), math.trunc(n))
print(abs(n), -n, +n, ~n, divmod(n, 1))
