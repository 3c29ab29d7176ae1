class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    x = D('x'); y = D('y'); z = D('z')
    print('leaving')
f()
def g(b, a):
    c = D('local c')
    print('leaving g')
g(D('arg b'), D('arg a'))
def h():
    x = D('first'); x = D('second')
    print('after rebind')
    del x
    print('after del')
h()
def r():
    a = D('a'); b = D('returned')
    return b
print('got', r().n)
def e():
    a = D('in failing'); 1 / 0
try: e()
except ZeroDivisionError: print('handler')
print('end')
