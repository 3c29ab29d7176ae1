def make(n):
    class C:
        k = n
        def get(self): return n, self.k
        def __init__(self): self.f = lambda: (self, n)[1]
        class Inner:
            def up(self): return n
        @staticmethod
        def s(): return n
        l = [n for _ in range(2)]
    return C
A, B = make(1), make('b')
print(A().get(), B().get(), A().f(), A.Inner().up(), B.s(), B.l, A is B, A.__qualname__)
def outer():
    x = 'outer'
    class D:
        y = x
        x = 'class'
        z = x
        def m(self): return x
    return D.y, D.x, D.z, D().m()
try: print(outer())
except NameError as e: print(e)
x = 'global'
def outer2():
    x = 'enclosing'
    class E:
        x = x + '!' if False else 'own'
        def m(self): return x
    return E.x, E().m()
print(outer2())
def counter():
    class C:
        n = 0
        def inc(self):
            nonlocal total
            total += 1
            C.n += 1
            return total, C.n, __class__ is C
    total = 10
    return C
c = counter()(); print(c.inc(), c.inc())
def rec():
    def f(n): return 1 if n == 0 else n * f(n - 1)
    return f
print(rec()(5)); fs = {}
for n in 'ab':
    def g(n=n): return n
    fs[n] = g
print({k: f() for k, f in fs.items()})
