class A:
    k = 'A'
    def f(self): return 1
class B:
    def __init__(self): self.k = 'B'
    def f(self): return 'b'
class C(A):
    def f(self): return super().f() + 10
class D:
    __slots__ = ('k',)
    def f(self): return [self.k]
class E:
    def __getattr__(self, n): return (lambda: n) if n == 'f' else n
d = D(); d.k = 'D'
for _ in range(3):
    print([(x.f(), x.k) for x in (A(), B(), C(), d, E())])
def get(x): return x.k
objs = [A(), B(), d, E()] * 10
print(''.join(get(o) for o in objs))
A.k = 'A2'; print(get(A()), get(C())); C.k = 'C2'; print(get(C())); a = A(); a.k = 'own'; print(get(a), get(A()))
A.k = property(lambda s: 'prop'); print(get(a), get(C())); del A.k
try: get(A())
except AttributeError as e: print(e)
print(get(a))
