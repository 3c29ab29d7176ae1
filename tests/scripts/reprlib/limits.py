# Representations that are cut.
import reprlib

r = reprlib.Repr(); r.maxlist = 3; r.maxstring = 10
print(r.repr([1, 2, 3, 4]), reprlib.repr('x' * 100), reprlib.repr(list(range(20))), reprlib.repr({i: i for i in range(9)}), reprlib.repr(set('abcdefghij')), reprlib.repr(10 ** 80), reprlib.repr((1,)), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(frozenset()), reprlib.repr(set()), reprlib.repr({}), r.repr("it's a 'long' string"), reprlib.repr(frozenset([3,1,2])))
class C:
    def __init__(self, i=None): self.i = i
    @reprlib.recursive_repr('<...>')
    def __repr__(self): 'rdoc'; return 'C(%r)' % (self.i,)
c = C(); c.i = [c, C(3)]; print(c, C.__repr__.__doc__, C.__repr__.__qualname__)
class Bad:
    def __repr__(self): raise ValueError
print(reprlib.repr(Bad())[:20], reprlib.repr(C('y' * 50)))
class MyR(reprlib.Repr):
    def repr_C(self, x, level): return 'custom'
print(MyR().repr([C(), 1]), r.fillvalue, r.maxlevel, r.maxother)
