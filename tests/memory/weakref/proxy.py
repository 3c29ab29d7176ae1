import weakref
class C:
    x = 5
    def m(self): return 'm'
    def __len__(self): return 3
    def __getitem__(self, i): return i * 2
    def __add__(self, o): return ('add', o)
    def __str__(self): return 'str C'
    def __call__(self, a): return a
    def __iter__(self): return iter('it')
    def __bool__(self): return False
    def __contains__(self, x): return x == 1
c = C(); p = weakref.proxy(c)
print(p.x, p.m(), len(p), p[4], p + 1, str(p), list(p), bool(p), 1 in p, type(p).__name__, weakref.proxy(c) is p, isinstance(p, C), p.__class__ is C)
p.y = 7; print(c.y); del p.y; print(hasattr(c, 'y'), p(9))
try: hash(p)
except TypeError as e: print(e)
del c
for f in (lambda: p.x, lambda: len(p), lambda: p + 1, lambda: str(p), lambda: bool(p), lambda: setattr(p, 'a', 1), lambda: p[0], lambda: p(1)):
    try: f()
    except ReferenceError as e: print(e)
