for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999999999999996, 1e15 + 0.5, 4503599627370497.5, 1e300, -2.7):
    print(x, round(x), int(x), round(x, 0), round(x, 1), x.is_integer())
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1234.5678, -2), round(1250.0, -2), round(5e-324, 400), round(1.5, -400), round(1e308, -308), round(2.5, 0), round(0.05, 1))
for f in (lambda: round(float('nan')), lambda: round(float('inf')), lambda: int(float('nan')), lambda: int(float('-inf')), lambda: round(1.5, 'a'), lambda: round(1.5, 1.0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(round(float('nan'), 2), round(float('inf'), 1), round(1.0, 10 ** 6), round(-0.4), round(-0.04, 1), round(1.7976931348623157e308, 0))
import math
print([math.floor(x) for x in (1.5, -1.5, 1e20, -0.0)], [math.ceil(x) for x in (1.5, -1.5, 0.1)], [math.trunc(x) for x in (1.9, -1.9)])
