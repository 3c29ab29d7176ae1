import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def make():
    x = D('closure')
    return lambda: x
f = make()
print('made'); del f; print('gone')
def g(a=D('default')): pass
del g; print('function gone')
class C: attr = D('class attribute')
import gc
del C; print('class name gone'); gc.collect(); print('collected')
def h(*, k=D('kwdefault')): pass
h.__kwdefaults__ = None; print('cleared')
def attr(): pass
attr.x = D('function attribute'); del attr
def cell():
    v = D('cell')
    def inner(): return v
    v = None
    print('cell emptied')
cell()
p = (lambda d: lambda: d)(D('lambda')); p = None
print('end')
