import sys
class C: pass
c = C()
base = sys.getrefcount(c)
def use(x, *a, k=None, **kw): return x
for i in range(100):
    [c, c]; (c,); {c: c}; {c}; use(c, c, k=c, z=c); c == c; c is c; not c; f'{c is None}'
    [x for x in [c]]; list(map(use, [c])); dict(a=c); sorted([c], key=id); max([c], key=id); (lambda: c)(); isinstance(c, C); getattr(c, 'zz', c); zip([c]); enumerate([c])
    try: raise ValueError(c)
    except ValueError as e: e.args
    try: c + c
    except TypeError: pass
    try: c.nope
    except AttributeError: pass
    def g(): yield c
    list(g()); a, *b = c, c; del a, b
    with_ = [c] * 10; with_[2:5]; with_ + with_; with_.index(c); with_.count(c); with_.copy(); with_.pop(); with_.reverse(); with_.extend(with_)
    d = {'k': c}; d.copy(); d.get('k'); d.setdefault('k', c); d.items(); list(d.values()); d | d; d.pop('k'); d.get('q', c)
    x = y = c; x, y = y, x
    c.attr = c; c.attr; del c.attr
    repr(c); hash(c); str(c); dir(c) if i == 0 else 0
del with_, d, x, y, g
print(sys.getrefcount(c) - base)
