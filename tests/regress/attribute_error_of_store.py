# AttributeErrors of assignments and deletions carried name and obj, which kept the object alive.
class A: pass
class S:
    __slots__ = ('a',)
    r = 5
class P:
    @property
    def ro(self): return 1
def store(o, n): setattr(o, n, 1)
for f in (store, delattr, getattr):
    for o, n in ((A(), 'q'), (S(), 'q'), (S(), 'r'), (S(), 'a'), (P(), 'ro'), (5, 'x'), (5, 'real'), (A, 'q'), (int, 'q'),
                 (object(), 'q'), (len, 'q'), ('', 'join'), (type('M', (), {}), 'q')):
        try:
            f(o, n)
            print(f.__name__, n, 'ok')
        except (AttributeError, TypeError) as e:
            print(f.__name__, n, type(e).__name__, e, getattr(e, 'name', '-'), getattr(e, 'obj', '-') is o)
