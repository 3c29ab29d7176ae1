def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

def f(): return f()
def g(n=0): return g(n + 1)
h = lambda: h()
class C:
    def m(self): return self.m()
    def __call__(self): return self()
    @property
    def p(self): return self.p
    def __getattr__(self, n): return getattr(self, n + 'x')
    def __len__(self): return len(self)
    def __getitem__(self, i): return self[i]
    def __add__(self, o): return self + o
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __format__(self, s): return format(self, s)
    def __contains__(self, x): return x in self
    def __lt__(self, o): return self < o
    def __index__(self): return [1][self]
c = C()
for name, f in list({'f': f, 'g': g, 'h': h, 'm': c.m, 'call': c, 'p': lambda: c.p, 'len': lambda: len(c), 'item': lambda: c[0], 'add': lambda: c + 1, 'bool': lambda: not c, 'iter': lambda: list(c), 'eq': lambda: c == 1, 'hash': lambda: hash(c), 'repr': lambda: repr(c), 'str': lambda: str(c), 'format': lambda: f'{c}', 'contains': lambda: 1 in c, 'lt': lambda: c < 1, 'index': lambda: [1][c], 'dict': lambda: {c: 1}, 'sorted': lambda: sorted([c, c]), 'getattr': lambda: c.zzz}.items()): t(name, f)
def gen(): yield from gen()
t('gen', lambda: list(gen()))
def deco(): return [deco() for _ in [1]]
t('comp', deco)
def ev(): return eval('ev()')
t('eval', ev)
def ex(): exec('ex()')
t('exec', ex)
def srt(): return sorted([1, 2], key=lambda x: srt())
t('sort key', srt)
def mp(): return list(map(lambda x: mp(), [1]))
t('map', mp)
print(f'{1}')
