# An exception in __del__ is reported on stderr and the program goes on.
class E:
    def __init__(self, n): self.n = n
    def __del__(self): raise ValueError('broken', self.n)
e = E(1); del e; print('goes on')
def f():
    e = E(2)
f(); print('after f')
[E(3), E(4)]; print('after list')
class F:
    def __del__(self): return undefined_name
F(); print('after F')
class G:
    def __del__(self, extra): pass
G(); print('after G')
class H: __del__ = 5
H(); print('after H')
class B(Exception):
    def __str__(self): raise KeyError('in str')
class I:
    def __del__(self): raise B
I(); print('after I')
class J:
    def __del__(self): raise SystemExit(3)
J(); print('after J')
class K:
    def __del__(self):
        try: raise KeyError('first')
        finally: raise ValueError('second')
K(); print('end')
