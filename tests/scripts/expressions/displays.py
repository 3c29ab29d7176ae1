print([], [1], [1, ], (), (1,), (1, 2))
print({}, {1}, {1: 2}, {1: 2, })
a = [1, 2]
print([*a, 3, *a], (*a, *'xy'), {*a, 1, 5})
d = {'x': 1}
print({**d, 'y': 2, **{'x': 3}})
print([*range(3), *[], *()])
x = *a, 3
print(x)
print([[1], [2]][0][0], {'a': {'b': 5}}['a']['b'])
print(1, (2), (3,))
print([1, 2] [1], 'abc'[-1], (1, 2)[0])
print({1: 'a', 1.0: 'b', True: 'c'})
try:
    {**[1]}
except TypeError as e:
    print(e)
try:
    [*5]
except TypeError as e:
    print(e)
try:
    {[]: 1}
except TypeError as e:
    print(e)
try:
    {1, {}}
except TypeError as e:
    print(e)
