# differs: the limit is an option of our own
# options: --memory-limit 16M
# timeout: 60
import sys
from _survive import survive

def g(i):
    yield i
    yield i + 1
def start(i, s):
    x = g(i)
    next(x)
    s.append(x)
survive('generators', start, lambda s, n: all(next(x) == i + 1 for i, x in enumerate(s)))
def keywords(*args, **kw): return args, kw
survive('keywords', lambda i, s: s.append(keywords(*range(20), a=i, b=str(i), **{'c': 1})), lambda s, n: all(x[1]['a'] == i for i, x in enumerate(s)))
def closure(i, s):
    cell = [i]
    def inner(x=i): return cell, x
    s.append(inner)
survive('closures', closure, lambda s, n: all(f() == ([i], i) for i, f in enumerate(s)))
class P:
    def __init__(self, i): self.i, self.s = i, str(i)
    def m(self): return self.i
survive('instances', lambda i, s: s.append(P(i)), lambda s, n: all(p.i == i and p.s == str(i) for i, p in enumerate(s)))
def many_attributes(i, s):
    if not s: s.append(P(0))
    setattr(s[0], 'attribute%d' % i, i)
survive('attributes', many_attributes, lambda s, n: len(vars(s[0])) == n + 2)
survive('bound methods', lambda i, s: s.append(P(i).m), lambda s, n: all(m() == i for i, m in enumerate(s)))
def classes(i, s):
    class C(P):
        number = i
        def f(self): return super().m(), self.number
    s.append(C)
survive('classes', classes, lambda s, n: all(c(5).f() == (5, i) for i, c in enumerate(s[:20])), fill=8)
survive('type()', lambda i, s: s.append(type('T%d' % i, (P, ), {'__slots__': ('a', 'b')})), lambda s, n: all(t.__name__ == 'T%d' % i for i, t in enumerate(s)), fill=8)
survive('slots', lambda i, s: [x(1) for x in s[:1]] or s.append(type('T', (), {'__slots__': ('a', ), '__init__': lambda self, v: s.append(self) or setattr(self, 'a', v)})), lambda s, n: all(s[j].a == 1 for j in range(1, n)))
source = 'def f%d(a, b=[1, 2]):\n    """Doc."""\n    try: return [a + x for x in b]\n    finally: pass\n' * 1
survive('compile', lambda i, s: s.append(compile(source % i, 'text.py', 'exec')), lambda s, n: all(c.co_filename == 'text.py' for c in s))
def execute(i, s):
    space = {}
    exec(source % i, space)
    s.append(space)
survive('exec', execute, lambda s, n: all(d['f%d' % i](1) == [2, 3] for i, d in enumerate(s)))
survive('eval', lambda i, s: s.append(eval('[%d, (%d, {"k": %d})]' % (i, i, i))), lambda s, n: all(x == [i, (i, {'k': i})] for i, x in enumerate(s)))
long_source = 'x = [' + '1000.5, ' * 20000 + ']\n'
survive('compile a long text', lambda i, s: s.append(compile(long_source, 'long.py', 'exec')), lambda s, n: True)
def growing_source(i, s): eval('[' + '(1.5, ' * 1 + '[2], ' * (500 << i) + ')]')
survive('compile an endless text', growing_source, lambda s, n: n > 1)
def deep(n):
    if n == 0: return ['x' * 100000 for i in range(1000)]
    return deep(n - 1)
survive('deep calls', lambda i, s: s.append(deep(200)), lambda s, n: s == [])
def raising(i, s):
    try:
        raise KeyError('key %d' % i, [i])
    except KeyError as e:
        s.append(e)
survive('exceptions', raising, lambda s, n: all(e.args == ('key %d' % i, [i]) for i, e in enumerate(s)))
def chained(i, s):
    try:
        if s: raise s.pop()
        raise ValueError(0)
    except ValueError:
        try: raise ValueError(i)
        except ValueError as e: s.append(e)
        e = bytes(10000)
        s[-1].room = e
survive('contexts', chained, lambda s, n: len(s) < 2)
def imports(i, s):
    sys.modules.pop('_imported', None)
    import _imported
    s.append(_imported)
survive('import', imports, lambda s, n: all(m.VALUE == [1, 2] for m in s))
survive('read a file', lambda i, s: s.append(open(__file__).read() + open(__file__, 'rb').read().decode()), lambda s, n: all(x == s[0] for x in s))
survive('lines of a file', lambda i, s: s.append(list(open(__file__))), lambda s, n: all(x == s[0] for x in s))
survive('print', lambda i, s: (s.append(bytes(2000)), print(end='')), lambda s, n: len(s) in (n, n + 1))
survive('repr', lambda i, s: s.append(repr([1.5] * 1000)), lambda s, n: all(x == s[0] for x in s))
survive('iterators', lambda i, s: s.append(iter([i])), lambda s, n: all(next(x) == i for i, x in enumerate(s)))
survive('properties', lambda i, s: s.append(property(lambda self: i)), lambda s, n: all(p.fget(0) == i for i, p in enumerate(s)))
