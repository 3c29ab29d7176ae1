print(pow(2, 10), pow(2, 10, 1000), pow(3, 200, 10 ** 9 + 7), pow(-3, 3, 5), pow(3, 3, -5), pow(2, 0, 1), pow(5, 0, 7))
print(pow(3, -1, 7), pow(3, -2, 7), pow(10 ** 30, 10 ** 20, 10 ** 9), pow(2, 10 ** 30, 97))
for args in ((2, -1, 4), (2, 3, 0), (2, 3.0, 5), (2.0, 3, 5), (0, -1), ('a', 2), (2, 'a'), (2, 3, 'a'), (0.0, -1)):
    try:
        print(pow(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(pow(2, 0.5), pow(2.0, 3), pow(-8, 1 / 3), (-8) ** 0.5, pow(base=2, exp=3, mod=5))
print(2 ** 63, 2 ** 62, (-2) ** 63, 3 ** 40, 7 ** 22, 7 ** 23, 10 ** 18, 10 ** 19, 1 ** 10 ** 10, (-1) ** (10 ** 10 + 1))
class P:
    def __pow__(self, o, m=None): return 'pow', o, m
    def __rpow__(self, o): return 'rpow', o
    def __ipow__(self, o): return 'ipow'
p = P()
print(p ** 2, 2 ** p, pow(p, 2, 3), pow(p, 2))
p **= 3
print(p)
