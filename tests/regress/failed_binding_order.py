# Arguments that no call could bind: their finalizers' frames lay over parameters; the instance dies first.
class V:
    def __init__(s, n): s.n = n
    def __del__(s):
        a = b = c = d = e = f = g = h = i = j = k = l = m = n = o = p = q = r = t = u = v = w = x = y = z = 1
        print('del', s.n)
def f(p1=1,p2=1,p3=1,p4=1,p5=1,p6=1,p7=1,p8=1,p9=1,p10=1,z1=1,z2=2,z3=3,*,k=0): pass
def call(): f(z1=V('z1'), z2=V('z2'), z3=V('z3'), bad=V('bad'))
def call2(): f(z1=V('z1'), z2=V('z2'), z3=V('z3'), bad=V('bad'), k=V('k'))
def call3(): f(*(), **dict(z1=V('z1'), z2=V('z2'), bad=V('bad'), k=V('k')))
def call4(): f(1, z3=V('z3'), z1=V('z1'), p1=V('p1'), z2=V('z2'))
class I:
    def __init__(self, p1=1,p2=1,p3=1,p4=1,p5=1,p6=1,p7=1,p8=1,p9=1,p10=1,z1=1,z2=2,z3=3): pass
    def __del__(s): print('del I')
def call5(): I(1, z3=V('z3'), z1=V('z1'), p1=V('p1'), z2=V('z2'))
def call6(): I(1, z3=V('z3'), z1=V('z1'), bad=V('p1'), z2=V('z2'))
def g(a=1, *, k, z1, z2): pass
def call7(): g(z1=V('z1'), z2=V('z2'))
def call8(): g(*[V(i) for i in range(20)], z1=V('z1'), z2=V('z2'))
def h(*a, k, z1=1, z2, **w): pass
def call9(): h(V(1), V(2), z1=V('z1'), q=V('q'), r=V('r'))
import sys
for i in range(3):
    for c in call, call2, call3, call4, call5, call6, call7, call8, call9:
        print(c.__name__)
        try: c()
        except TypeError as e: print(e)
