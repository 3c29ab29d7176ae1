x = 'global'
class C:
    print(x)
    x = 'class'
    print(x)
    y = [x for _ in range(1)]
    def m(self): return x
    z = x + '!'
    for i in range(3):
        pass
    if i == 2:
        def cond(self): return 'cond'
    del x
    print(x)
    print(sorted(k for k in locals() if not k.startswith('__')))
print(C.y, C().m(), C.z, C.i, C().cond())
def f():
    x = 'local'
    class D:
        print(x)
        x = 'inner'
        print(x)
        def g(self): return x
    return D().g()
print(f())
class Outer:
    class Inner:
        def where(self): return type(self).__qualname__
    n = Inner().where()
print(Outer.n, Outer.Inner)
class E:
    a = 1
    try:
        b = [a + i for i in range(2)]
    except NameError as e:
        err = str(e)
    c = [i for i in [a] * 2]
print(E.err, E.c)
