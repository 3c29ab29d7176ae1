def f(x):
    assert (x, 'always true')
    return x is 5000
print(f(1), [1, 2] if f else 0)
class C:
    def m(self): return '\d' if self is 'x' else 1 ()
print(C)
