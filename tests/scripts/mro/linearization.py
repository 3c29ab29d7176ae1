class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass
def names(c): return ' '.join(x.__name__ for x in c.__mro__)
print(names(F), '|', names(E), '|', names(D), '|', names(type), '|', names(bool))
for bases in ((A, D), (O, A), (D, E, A), (E, D), (A, A), (F, D), (D, F)):
    try:
        print(names(type('X', bases, {})))
    except TypeError as e:
        print(str(e).replace('\n', '/'))
log = []
class Root:
    def go(self): log.append('Root')
class L(Root):
    def go(self): log.append('L'); super().go()
class R(Root):
    def go(self): log.append('R'); super().go()
class Bottom(L, R):
    def go(self): log.append('Bottom'); super().go()
Bottom().go(); print(log)
class X: v = 'X'
class Y(X): pass
class Z(X): v = 'Z'
class W(Y, Z): pass
print(W.v, W().v); Y.v = 'Y'; print(W.v, W().v); del Y.v; print(W.v); Z.v = 'new Z'; print(W.v); del Z.v; print(W.v)
Y.__bases__ = (Z,); print(names(Y), names(W)) if 0 else None
class Mix:
    def __init__(self, **kw): print('Mix', kw); super().__init__()
class Base:
    def __init__(self): print('Base')
class Sub(Mix, Base):
    def __init__(self, **kw): print('Sub'); super().__init__(**kw)
Sub(k=1)
print(W.mro() == list(W.__mro__), Sub.__base__.__name__, X.__subclasses__())
