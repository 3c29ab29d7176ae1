(a, *b), c = [1, 2, 3], 4
print(a, b, c)
[*x], y = 'ab', 'cd'
print(x, y)
for i, *rest in ((1, 2, 3), 'ab', range(1)):
    print(i, rest)
a, b = b, a = [1], 2
print(a, b)
def f(): return 1, 2, 3
p, *q = f()
print(p, q)
*a, b = *'xy', *range(2)
print(a, b)
d = {}
d['a'], *d['rest'] = range(3)
print(d)
x = y = *'ab',
print(x, y, x is y)
