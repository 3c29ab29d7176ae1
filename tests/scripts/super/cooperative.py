class Root:
    def __init__(self, **kw): self.rest = kw; print('Root', sorted(kw))
class A(Root):
    def __init__(self, a=None, **kw): super().__init__(**kw); self.a = a; print('A', a)
class B(Root):
    def __init__(self, b=None, **kw): super().__init__(**kw); self.b = b; print('B', b)
class C(A, B):
    def __init__(self, c, **kw): super().__init__(**kw); self.c = c; print('C', c)
c = C(1, a=2, b=3, z=4); print(vars(c))
class L(list):
    def append(self, x): print('append', x); super().append(x * 2)
    def __getitem__(self, i): return super().__getitem__(i) if not isinstance(i, str) else i
    def __len__(self): return super().__len__() + 100
l = L([1]); l.append(5); print(l, l[1], l['s'], len(l), list(l))
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __contains__(self, k): return super().__contains__(k.upper())
    def __repr__(self): return 'D' + super().__repr__()
d = D(); d['a'] = 1; print(d, 'a' in d, 'A' in d, 'b' in d)
class P:
    @property
    def v(self): return 'P.v'
    @v.setter
    def v(self, x): print('P set', x)
class Q(P):
    @property
    def v(self): return super().v + '+'
    @v.setter
    def v(self, x): super(Q, type(self)).v.fset(self, x + 1)
q = Q(); q.v = 1; print(q.v)
class M(type):
    def __call__(cls, *a): return super().__call__(*a)
    def __new__(m, *a, **k): return super().__new__(m, *a)
class N(metaclass=M): pass
print(type(N()).__name__)
