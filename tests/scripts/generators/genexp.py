print(list(x * 2 for x in range(4) if x % 2))
print(sum(x for x in range(10)), ','.join(str(i) for i in range(3)))
def first_evaluated():
    try:
        g = (x for x in undefined_thing)
    except NameError as e:
        print('eager', e)
    g = (y for x in [1] for y in undefined_inner)
    try:
        next(g)
    except NameError as e:
        print('lazy', e)
first_evaluated()
n = 3
g = (n * x for x in range(3))
n = 10
print(list(g))
g = ((a, b) for a in range(2) for b in 'xy')
print(next(g), list(g))
print(type((x for x in ())).__name__, (x for x in ()).__name__)
class C:
    items = [1, 2]
    g = list(i for i in items)
print(C.g)
print(dict((k, v) for k, v in zip('ab', [1, 2])), set(c for c in 'aab') == {'a', 'b'})
try:
    (x for x in 5)
except TypeError as e:
    print(e)
print(any(print(i) for i in range(2)))
nested = (list(j for j in range(i)) for i in range(3))
print(list(nested))
