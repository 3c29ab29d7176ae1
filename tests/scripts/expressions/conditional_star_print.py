a, b = 1, 2
print(a if a > b else b)
print(*[1, 2], *(3,), sep='-', end='!\n')
print(*'abc')
print(*(i for i in range(3)), 'end')
print()
print('', end='')
print(None, sep=None, end=None)
f = print if a else len
f('chosen')
print((yes := 'y') if a else 'n')
print({'k': v for v in range(2)}.get('k') if b else 0)
print([i if i % 2 else -i for i in range(4)])
