class cached:
    def __init__(self, f): self.f, self.name = f, f.__name__
    def __get__(self, o, t=None):
        if o is None: return self
        print('compute', self.name); v = o.__dict__[self.name] = self.f(o); return v
class Typed:
    def __init__(self, *types): self.types = types
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, o, t=None): return self if o is None else getattr(o, self.name, 'unset')
    def __set__(self, o, v):
        if not isinstance(v, self.types): raise TypeError(f'{self.name[1:]} wants {"/".join(t.__name__ for t in self.types)}, not {type(v).__name__}')
        setattr(o, self.name, v)
class C:
    x = Typed(int); s = Typed(str, bytes)
    @cached
    def heavy(self): return self.x * 2
c = C(); print(c.x); c.x = 5; print(c.heavy, c.heavy, vars(c)); c.s = b'ok'
for v in ('a', None, 1.5):
    try: c.x = v
    except TypeError as e: print(e)
del c.heavy; c.x = 6; print(c.heavy, type(C.heavy).__name__, C.x is C.__dict__['x'])
class classprop:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return self.f(t)
class D:
    @classprop
    def name(cls): return cls.__name__.lower()
class E(D): pass
print(D.name, E.name, E().name); E.name = 'plain'; print(E.name, D.name)
class Method:
    def __init__(self, f): self.f = f
    def __get__(self, o, t=None): return (lambda *a: self.f(o, *a)) if o is not None else self.f
class F:
    @Method
    def m(self, a): return type(self).__name__, a
print(F().m(1), F.m(None, 2))
