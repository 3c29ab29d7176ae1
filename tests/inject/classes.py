class Base:
    kind = 'base'
    def __init__(self, x, y=2): self.x, self.y = x, y
    def __repr__(self): return '%s(%r, %r)' % (type(self).__name__, self.x, self.y)
    def __eq__(self, other): return (self.x, self.y) == (other.x, other.y)
    def __hash__(self): return hash((self.x, self.y))
    def __add__(self, other): return type(self)(self.x + other.x, self.y + other.y)
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __call__(self, *a): return a
    def __contains__(self, v): return v == self.x
    @property
    def both(self): return [self.x, self.y]
    @both.setter
    def both(self, v): self.x, self.y = v
    @classmethod
    def make(cls, n): return cls(n, n)
    @staticmethod
    def helper(n): return n + 1
class Derived(Base):
    def __init__(self, x):
        super().__init__(x, 3)
        self.extra = {'k': x}
    def __getattr__(self, name):
        if name.startswith('dyn_'): return name[4:]
        raise AttributeError(name)
a, b = Base(1000), Derived(2000)
print(a, b, a + a, b.both, b.dyn_q, Base.make(5), b.helper(1), a(1, 2), a[1], len(a), 1000 in a, hash(a) == hash(Base(1000)))
b.both = (7, 8)
b.new = 1
del b.extra
print(b, sorted(vars(b)), Derived.__mro__, isinstance(b, Base), issubclass(Derived, Base), b.kind, a == Base(1000))
for i in range(70): setattr(b, 'attribute%d' % i, i)
print(len(vars(b)), b.attribute60, hasattr(b, 'zz'), getattr(a, 'q', None))
objects = [Base(i, str(i)) for i in range(40)]
print(objects[30], {o: i for i, o in enumerate(objects)}[Base(7, '7')], b.__class__.__name__, b.__init__.__func__.__name__)
a.__class__ = Derived
a.__dict__['x'] = 'new'
print(a, Base.__dict__['kind'], sorted(a.__dict__.items()))
