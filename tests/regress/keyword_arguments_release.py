# Constructors let keyword arguments go in the order of the parameters, refused generators in that of the call.
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('~' + str(self.n), end=' ')
class NI(D):
    pass
def run(src):
    print(src, end=' : ')
    try: exec(src, globals())
    except Exception as e: print(type(e).__name__, end=' ')
    print()
class K:
    def __init__(self, a=None, b=None, *, c=None): x = D('l')
class K2:
    def __init__(self, **k): x = D('l')
class K3:
    def __init__(self, a, *r, c=None): x = D('l')
class KN:
    def __new__(cls, a=None, b=None): x = D('l'); return object.__new__(cls)
class Meta(type):
    def __call__(cls, *a, **k): x = D('l'); return super().__call__(*a, **k)
class KM(metaclass=Meta):
    def __init__(self, a=None, b=None): x = D('l')
class KF:
    def __init__(self, a, b): x = D('l'); sys._getframe()
class KE:
    def __init__(self, a, b): x = D('l'); 1/0
class KS(K):
    def __init__(self, a, b): super().__init__(b=b, a=a)
class KG:
    def __init__(self, a, b): yield
class KR:
    def __init__(self, a, *r, c, **k): x = D('l')
def gen(a, b=None, *, c=None): yield
def fn(a, b=None, *, c=None): x = D('l')
class M:
    def m(self, a=None, b=None): x = D('l')
    def __del__(self): print('~M', end=' ')
m = M()
for src in '''K(b=D(1), a=D(2))
K(c=D(1), b=D(2), a=D(3))
K(D(0), c=D(1), b=D(2))
K(z=D(1), a=D(2))
K(D(1), a=D(2))
K(D(1), D(2), D(3))
K2(b=D(1), a=D(2))
K3(D(1), D(2), c=D(3))
K3(c=D(1), a=D(2))
K3(c=D(1))
KN(b=D(1), a=D(2))
KN(D(1), D(2))
KN(D(1), z=D(2))
KM(b=D(1), a=D(2))
KM(D(1), D(2))
gen(D(1), z=D(2))
gen(b=D(1), z=D(2))
gen(c=D(1), b=D(2), z=D(3), a=D(4))
gen(D(1), D(2), D(3))
gen(D(1), D(2), a=D(3))
gen()
gen(c=D(1), b=D(2))
gen(c=D(1), b=D(2), a=D(3))
list(gen(c=D(1), b=D(2), a=D(3)))
fn(D(1), z=D(2))
fn(b=D(1), z=D(2))
fn(c=D(1), b=D(2), z=D(3), a=D(4))
fn(D(1), D(2), D(3))
fn(D(1), D(2), a=D(3))
fn(c=D(1), b=D(2))
fn(c=D(1), b=D(2), a=D(3))
m.m(b=D(1), a=D(2))
m.m(b=D(1), z=D(2))
M().m(b=D(1), a=D(2))
M().m(D(1), z=D(2))
M().m(D(1), D(2), D(3))
K(*[D(1)], b=D(2))
K(**{"b": D(1), "a": D(2)})
KG(b=D(1), a=D(2))
KF(b=D(1), a=D(2))
KE(b=D(1), a=D(2))
KS(b=D(1), a=D(2))
KR(c=D(3), z=D(4), a=D(1))'''.split('\n'):
    run(src)
