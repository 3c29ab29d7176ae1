# An attribute of a temporary: the temporary dies before what the assigned name held.
import sys
class D:
    def __init__(s,n): s.n=n; s.attr=n
    def __del__(s): print('del', s.n)
def f():
    x = D('old')
    for i in range(3):
        x = D('tmp%d'%i)
        x = D('t%d'%i).attr
        print(x)
    x = D('old2')
    for i in range(2):
        x = D('u%d'%i).attr
        x = D('v%d'%i)
f()
class E:
    k = 5
    def __del__(s): print('del E')
def g():
    for i in range(3):
        x = D('g%d'%i)
        x = E().k
g()
