class Enum(type):
    def __new__(m, name, bases, ns):
        vals = {k: v for k, v in ns.items() if not k.startswith('_') and not callable(v)}
        cls = super().__new__(m, name, bases, {k: v for k, v in ns.items() if k not in vals})
        cls._members = {}
        for k, v in vals.items():
            o = object.__new__(cls); o.name, o.value = k, v; cls._members[k] = o; type.__setattr__(cls, k, o)
        return cls
    def __iter__(cls): return iter(cls._members.values())
    def __len__(cls): return len(cls._members)
    def __getitem__(cls, k): return cls._members[k]
    def __call__(cls, v): return next(o for o in cls if o.value == v)
    def __setattr__(cls, k, v):
        if k != '_members': raise AttributeError(f'cannot reassign {k}')
        super().__setattr__(k, v)
    def __contains__(cls, o): return o in cls._members.values()
class Color(metaclass=Enum):
    RED = 1
    BLUE = 2
    def __repr__(self): return f'<{type(self).__name__}.{self.name}>'
    def mix(self, o): return self.value | o.value
print(list(Color), len(Color), Color.RED, Color['BLUE'], Color(2) is Color.BLUE, Color.RED in Color, Color.RED.mix(Color.BLUE), isinstance(Color.RED, Color))
try: Color.RED = 5
except AttributeError as e: print(e)
class Plugins(type):
    all = []
    def __init__(cls, n, b, ns):
        super().__init__(n, b, ns)
        if b: Plugins.all.append(cls)
class Base(metaclass=Plugins): pass
class P1(Base): pass
class P2(P1): pass
print(Plugins.all, [p().__class__.__name__ for p in Plugins.all], type(Base) is Plugins)
class Abstract(type):
    def __call__(cls, *a):
        missing = [n for n in dir(cls) if getattr(getattr(cls, n), 'abstract', False)]
        if missing: raise TypeError(f'abstract: {missing}')
        return super().__call__(*a)
def abstract(f): f.abstract = True; return f
class Shape(metaclass=Abstract):
    @abstract
    def area(self): pass
class Sq(Shape):
    def area(self): return 4
try: Shape()
except TypeError as e: print(e)
print(Sq().area())
