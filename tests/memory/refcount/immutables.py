import sys
def fresh(): return int('12345678901'), float('2.5'), 'ab' + str(1), bytes([1, 2]), (object(),)
for x in fresh():
    base = sys.getrefcount(x)
    y = [x] * 5
    print(type(x).__name__, sys.getrefcount(x) - base)
    y = None
    print(sys.getrefcount(x) - base)
x = 10 ** 20
a = [x, x]
y = x + 0
print(sys.getrefcount(x) >= 4, y == x)
n = int('1000')
m = n
n += 1
print(m, n)
f = float('1.5'); g = f; f *= 2; print(f, g)
s = ''.join(['a', 'b']); t = s; s += 'c'; print(s, t)
