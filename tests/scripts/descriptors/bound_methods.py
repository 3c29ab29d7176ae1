class C:
    def __init__(self, n): self.n = n
    def m(self, x=0): return self.n, x
a, b = C(1), C(2)
print(a.m == a.m, a.m is a.m, a.m == b.m, hash(a.m) == hash(a.m))
f = C.m
print(f(a), f.__get__(b)(5), f.__get__(None, C) is f)
a.m2 = f
try:
    a.m2()
except TypeError as e:
    print(e)
a.m3 = f.__get__(a)
print(a.m3(3))
class D:
    call = print
    ln = len
    cls = int
    fn = lambda self, *a: ('fn', a)
D().call('builtin is not bound')
print(D().ln([1, 2]), D().cls('5'), D().fn(1))
method = [].append
method(1)
print(method.__self__)
print({a.m: 1}[a.m])
try:
    a.m.attr = 1
except AttributeError as e:
    print(e)
f.attr = 'on function'
print(a.m.attr)
print(type(f.__get__(a)).__name__, (5).__add__(3), int.__add__(5, 4), str.upper('x'))
