class A:
    a = 1
    def m(self): pass
class B(A):
    b = 2
b = B()
b.inst = 3
print([n for n in dir(b) if not n.startswith('__')])
print([n for n in dir(B) if not n.startswith('__')])
class C:
    def __dir__(self): return ['z', 'a']
print(dir(C()))
print(vars(b))
try:
    vars(5)
except TypeError as e:
    print(e)
def f():
    y = 2
    x = 1
    return dir(), vars()
print(f())
print('append' in dir([]), '__len__' in dir(str), '__init__' in dir(object()))
print(sorted(n for n in dir(object)))
class D:
    def __dir__(self): return 5
try:
    dir(D())
except TypeError as e:
    print(e)
