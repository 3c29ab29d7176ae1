def v(x):
    print('eval', x)
    return x
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(1 < 2 > 1 != 3 == 3)
print(1 == 1.0 == True)
print('a' < 'b' <= 'b' in 'abc')
class C:
    def __init__(self, result): self.result = result
    def __lt__(self, other): return self.result
print(repr(C('') < C(1) < C(2)))
print(repr(C('t') < C('u') < 5))
x = 5
print(0 < x < 10, 0 < x > 10, not 0 < x < 3)
one = 1
print(one is one is not None)
print([] == [] is not [])
