class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y=None):
        self.x = x
        if y is not None: self.y = y
p = P(1, 2)
print(p.x, p.y, P.__slots__, hasattr(p, '__dict__'), type(P.x).__name__, P.x.__get__(p))
for code in ('p.z = 1', 'del p.x; p.x', 'del p.x', 'P(1).y', 'p.__dict__', 'p.__weakref__', 'P.x.__get__(5)', 'vars(p)', 'P.x.__set__([], 1)'):
    try:
        exec(code)
        print(code, 'ok')
    except Exception as e:
        print(code, type(e).__name__, e)
class Q(P): pass
q = Q(1); q.z = 5; print(q.x, q.z, q.__dict__)
class R(P): __slots__ = ('z',)
r = R(1, 2); r.z = 3; print(r.x, r.y, r.z, hasattr(r, '__dict__'))
class S: __slots__ = 'single'
s = S(); s.single = 1; print(s.single)
class D: __slots__ = ('__dict__', 'a')
d = D(); d.a = 1; d.b = 2; print(d.a, d.b, d.__dict__)
class E: __slots__ = {'k': 'doc of k'}
print(E.__slots__, E.k.__doc__ if 0 else '')
class F:
    __slots__ = ('__private',)
    def __init__(self): self.__private = 5
print(F()._F__private)
for body in ({'__slots__': ('a',), 'a': 1}, {'__slots__': ('__dict__', '__dict__')}, {'__slots__': (1,)}, {'__slots__': ('a b',)}, {'__slots__': ('__weakref__', '__weakref__')}, {'__slots__': ('a', 'a')}):
    try:
        print(type('T', (), body))
    except Exception as e:
        print(type(e).__name__, e)
try:
    type('T', (P, S), {})
except TypeError as e:
    print(e)
try:
    type('T', (int,), {'__slots__': ('a',)})
except TypeError as e:
    print(e)
class Empty: __slots__ = ()
class M(P, Empty): __slots__ = ()
print(M(3).x, type('L', (list,), {'__slots__': ('a',)})([1]))
