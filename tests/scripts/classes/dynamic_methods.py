class C: pass
def make(n): return lambda self, *a: (n, a)
for n in ('one', 'two'): setattr(C, n, make(n))
c = C(); print(c.one(1), c.two(), C.one(c))
C.__call__ = make('call'); C.__getitem__ = make('item'); C.__add__ = make('add'); C.__eq__ = lambda s, o: True; C.__iter__ = lambda s: iter('it'); C.__enter__ = make('enter'); C.__exit__ = lambda s, *a: True; C.__bool__ = lambda s: False
print(c(1), c[2], c + 3, c == 5, list(c), bool(c))
with c as x: print(x); 1 / 0
del C.__call__, C.__add__
for f in (lambda: c(), lambda: c + 1):
    try: f()
    except TypeError as e: print(e)
C.__add__ = 5
try: c + 1
except TypeError as e: print(e)
c.__getitem__ = lambda i: 'no'; print(c[1])
class D(C): pass
C.late = lambda self: 'late'; print(D().late()); D.late = lambda self: 'D late'; print(D().late()); del D.late; print(D().late())
