def v(x):
    print('eval', x)
    return x
print({v(k): v(k * 2) for k in [1, 2]})
print([v(i) for i in v([1, 2]) if v(True)])
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    {[]: 1 for _ in 'a'}
except TypeError as e:
    print(e)
try:
    [i for i in 5]
except TypeError as e:
    print(e)
try:
    [a for a, b in [(1,)]]
except ValueError as e:
    print(e)
print({1: 'a', **{k: v(k) for k in (1,)}})
class It:
    def __iter__(self):
        print('iter called')
        return iter([1])
print([i for i in It() for j in It()])
print({x % 3: x for x in range(9)})
print(len([0 for _ in range(10000)]), [i for i in []])
