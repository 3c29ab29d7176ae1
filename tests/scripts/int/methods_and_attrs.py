n = 10
print(n.real, n.imag, n.numerator, n.denominator, n.conjugate(), n.as_integer_ratio(), (-3).as_integer_ratio(), True.as_integer_ratio())
print((5).__add__(3), (5).__add__('a'), (5).__radd__(2), int.__mul__(3, 4), (7).__divmod__(2), (7).__floordiv__(0.5), (5).__eq__('a'), (5).__lt__(6))
print(round(5), round(15, -1), round(25, -1), round(-15, -1), round(149, -2), round(150, -2), round(1234, -5), round(7, 3), round(10 ** 30 + 5, -1), round(5, None))
print((5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__index__(), (5).__int__(), (5).__float__(), (0).__bool__(), (5).__invert__(), (5).__neg__(), (5).__hash__())
print(5 .bit_length(), 5..__class__, (5).__class__, int.__name__)
class I(int):
    def __repr__(self): return 'I!'
    def __new__(cls, v=0): return super().__new__(cls, v + 1)
i = I(5)
print(i, repr(i), i + 1, type(i + 1).__name__, int(i), [i], f'{i}', f'{i:d}', '%d %s' % (i, i), i == 6, {6: 'x'}[i], -i, type(-i).__name__, I())
i.attr = 5
print(i.attr, i.real, type(+i).__name__, hash(i))
try:
    (5).x = 1
except AttributeError as e:
    print(e)
class Bad:
    def __int__(self): return 'x'
class Bad2:
    def __index__(self): return 1.5
class Tr:
    def __trunc__(self): return 7
for v in (Bad(), Bad2()):
    try:
        int(v)
    except TypeError as e:
        print(e)
print(int.from_bytes.__name__, isinstance(5, int), issubclass(bool, int))
