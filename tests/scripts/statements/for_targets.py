for a, b in [(1, 2), (3, 4)]:
    print(a, b)
for a, (b, *c) in [(1, 'xyz'), (2, [3])]:
    print(a, b, c)
d = {}
for d['k'] in range(3):
    print(d)
class Box: pass
box = Box()
for box.value in 'ab':
    print(box.value)
items = [0, 0, 0]
for i, items[i] in enumerate('xyz'):
    pass
print(items)
for x in 1, 2, 3:
    print(x, end=' ')
print()
for x, in [(1,), (2,)]:
    print(x)
for x in *[1, 2], *'ab':
    print(x, end=';')
print()
try:
    for a, b in [(1, 2, 3)]:
        pass
except ValueError as e:
    print(e)
try:
    for a, b in [5]:
        pass
except TypeError as e:
    print(e)
