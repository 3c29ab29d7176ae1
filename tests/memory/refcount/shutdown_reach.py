# At exit finalizers run in the order in which the namespace reaches the objects: first what names
# hold, then what that holds.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
holder = D('holder'); holder.held = D('held')
b = [D('in list'), D('in list 2')]
d = {'x': D('in dict')}
t = (D('in tuple'), 1)
def f(x=D('default')): pass
class C: attr = D('class attr')
o = D('out'); o.i = D('in'); o.i.j = D('inin')
x = D('x')
