a, b = 1, 2
a, b = b, a
print(a, b)
[x, y, *z] = 'hello'
print(x, y, z)
*head, last = range(5)
print(head, last)
first, *middle, last = [1, 2]
print(first, middle, last)
(a, (b, (c, d))) = 1, (2, (3, 4))
print(a, b, c, d)
a = b = c = []
print(a is b is c)
i = 0
items = [10, 20, 30]
i, items[i] = 2, 'set'
print(i, items)
for source in ([1], [1, 2, 3], '', iter([1, 2, 3])):
    try:
        p, q = source
    except ValueError as e:
        print(e)
try:
    p, q, *r = [1]
except ValueError as e:
    print(e)
try:
    p, q = 7
except TypeError as e:
    print(e)
try:
    *p, = None
except TypeError as e:
    print(e)
() = []
[] = ()
print('empty targets fine')
try:
    () = [1]
except ValueError as e:
    print(e)
