class D:
    def __repr__(self): return '<D object>'
    def __del__(self):
        raise ValueError('in del')
d = D()
del d
print('after')
def f():
    x = D()
f()
print('end')
