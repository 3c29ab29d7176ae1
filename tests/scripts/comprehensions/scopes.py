def f():
    n = 10
    return [n + i for i in range(3)], {n: i for i in range(1)}
print(f())
class C:
    size = 3
    a = [i for i in range(size)]
    try:
        b = [size for i in range(2)]
    except NameError as e:
        b = str(e)
print(C.a, C.b)
def g():
    total = 0
    [total := total + i for i in range(5)]
    return total
print(g())
print([last := i for i in range(3)], last)
def h():
    def inner(): return [x * k for x in range(2)]
    k = 5
    return inner()
print(h())
def gen(): return [(yield_ := i) for i in range(2)], yield_
print(gen())
def loc():
    a = 1
    return sorted(locals()), [sorted(locals()) for b in [1]]
print(loc())
fs = [lambda: (i, j) for i in range(2) for j in range(2)]
print([f() for f in fs])
def cell():
    return [lambda: x for x in range(3)][0]()
print(cell())
try:
    [undefined for i in [1]]
except NameError as e:
    print(e)
