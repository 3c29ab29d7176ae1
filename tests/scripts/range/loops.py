total = 0
for i in range(1000): total += i
print(total)
for r in (range(3), range(3, 0, -1), range(0, 10, 4), range(-2, 2), range(0), range(10 ** 20, 10 ** 20 + 2), range(2 ** 63 - 2, 2 ** 63 + 1), range(5, 5), range(0, -5, -2)):
    print([i for i in r], end=' ')
print()
for i in range(3):
    for i in range(2): pass
    print(i, end=' ')
for i in range(3): pass
print(i); n = 5
for i in range(n): n = 0
print(i, n); range_ = range
range = lambda n: [n, n]
for i in range(3): print('shadowed', i)
range = range_
for i in range(2): print('real', i)
class I:
    def __index__(self): return 2
print(list(range(I())), [x for x in range(True, 3)]); it = iter(range(3))
for x in it:
    print(x, end=' ')
    if x == 0: next(it)
print()
def f():
    for i in range(10):
        if i == 3: return i
print(f(), [i for i in range(3) for _ in range(i)], sum(i * j for i in range(4) for j in range(i)), *range(3), len([0 for _ in range(100000)]))
