# A proxy forwards every operation to what it stands for; afterwards each raises ReferenceError.
import weakref, operator
names = 'add sub mul matmul truediv floordiv mod lshift rshift and or xor'.split()
class N:
    value = 7
    def __len__(self): return 3
    def __getitem__(self, i): return ('item', i)
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('delete', i)
    def __contains__(self, x): return x == 1
    def __iter__(self): return iter('abc')
    def __next__(self): return 'next'
    def __reversed__(self): return iter('cba')
    def __int__(self): return 5
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __index__(self): return 2
    def __bool__(self): return False
    def __bytes__(self): return b'bytes'
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __abs__(self): return 'abs'
    def __invert__(self): return 'invert'
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 'trunc'
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __str__(self): return 'str of N'
    def __repr__(self): return 'repr of N'
    def __format__(self, spec): return 'format ' + spec
    def __hash__(self): return 5
    def __eq__(self, other): return ('eq', type(other).__name__)
    def __lt__(self, other): return ('lt', type(other).__name__)
    def __ge__(self, other): return ('ge', type(other).__name__)
    def __pow__(self, other, mod=None): return ('pow', type(other).__name__, mod)
    def __rpow__(self, other): return ('rpow', type(other).__name__)
    def __ipow__(self, other): return ('ipow', type(other).__name__)
    def __divmod__(self, other): return ('divmod', type(other).__name__)
    def __rdivmod__(self, other): return ('rdivmod', type(other).__name__)
    def __enter__(self): return 'entered'
    def __exit__(self, *a): return True
    def __dir__(self): return ['dir']
    def __sizeof__(self): return 1
    def __instancecheck__(self, x): return True
for name in names:
    exec('def __%s__(self, o): return (%r, type(self).__name__, type(o).__name__)' % (name, name)); exec('def __r%s__(self, o): return (%r, type(self).__name__, type(o).__name__)' % (name, 'r' + name)); exec('def __i%s__(self, o): return (%r, type(self).__name__, type(o).__name__)' % (name, 'i' + name))
    for prefix in '', 'r', 'i': setattr(N, '__%s%s__' % (prefix, name), globals()['__%s%s__' % (prefix, name)])
n = N(); p = weakref.proxy(n); q = weakref.proxy(n, print)
binary = [getattr(operator, name.strip('_') if hasattr(operator, name) else name + '_') for name in names]
tests = []
for name, f in zip(names, binary):
    tests += [(name, lambda f=f: f(p, 1)), ('r' + name, lambda f=f: f(1, p)), ('both ' + name, lambda f=f: f(p, q)), ('i' + name, lambda name=name: getattr(operator, 'i' + name)(p, 1))]
def put(): p[1] = 2
def drop(): del p[1]
def attr(): p.new = 5; return n.new
def unattr(): del p.new; return hasattr(n, 'new')
def with_():
    with p as x: return x
tests += [('pow', lambda: p ** 2), ('pow3', lambda: pow(p, 2, 3)), ('rpow', lambda: 2 ** p), ('pow both', lambda: p ** q), ('ipow', lambda: operator.ipow(p, 2)), ('divmod', lambda: divmod(p, 2)), ('rdivmod', lambda: divmod(2, p)),
    ('neg', lambda: -p), ('pos', lambda: +p), ('abs', lambda: abs(p)), ('invert', lambda: ~p), ('len', lambda: len(p)), ('item', lambda: p[4]), ('slice', lambda: p[1:2]), ('set', put), ('del', drop), ('in', lambda: 1 in p), ('not in', lambda: 2 in p),
    ('iter', lambda: list(p)), ('next', lambda: next(p)), ('reversed', lambda: list(reversed(p))), ('int', lambda: int(p)), ('float', lambda: float(p)), ('complex', lambda: complex(p)), ('index', lambda: operator.index(p)), ('list item', lambda: [1, 2, 3][p]),
    ('bool', lambda: bool(p)), ('bytes', lambda: bytes(p)), ('round', lambda: round(p)), ('round 2', lambda: round(p, 2)), ('str', lambda: str(p)), ('repr', lambda: repr(p).split(' at ')[0]), ('format', lambda: format(p, 'x')), ('fstring', lambda: f'{p}'), ('hash', lambda: hash(p)),
    ('eq', lambda: p == 1), ('eq2', lambda: p == q), ('ne', lambda: p != 1), ('lt', lambda: p < 1), ('ge', lambda: p >= q), ('gt', lambda: p > 1), ('le', lambda: p <= 'x'), ('attribute', lambda: p.value), ('missing', lambda: p.missing), ('set attr', attr), ('del attr', unattr), ('with', with_), ('class', lambda: p.__class__.__name__),
    ('isinstance', lambda: isinstance(p, N)), ('type', lambda: type(p).__name__), ('call', lambda: p()), ('dir', lambda: dir(p)), ('hasattr', lambda: hasattr(p, 'value')), ('dict', lambda: sorted(p.__dict__)), ('sorted', lambda: sorted(p)), ('unpack', lambda: [*p]), ('range', lambda: range(p)), ('chr', lambda: chr(p)), ('hex', lambda: hex(p)), ('getattr', lambda: getattr(p, 'nope', 'default')),
    ('join', lambda: ''.join(p)), ('zip', lambda: list(zip(p, p))), ('ref to proxy', lambda: weakref.ref(p)), ('proxy of proxy', lambda: weakref.proxy(p)), ('slots', lambda: p.__add__(1)), ('doc', lambda: p.__doc__)]
for alive in True, False:
    for name, test in tests:
        try: print(name, test())
        except Exception as e: print(name, type(e).__name__, e)
    if alive: del n
class F:
    def __call__(self, *a, **k): return a, k
    def m(self): return 'm'
f = F(); c = weakref.proxy(f); print(type(c).__name__, c(1, k=2), c.m(), callable(c), callable(p)); del f
for test in (lambda: c(), lambda: c.m(), lambda: str(c), lambda: hash(c)):
    try: print(test())
    except Exception as e: print(type(e).__name__, e)
class E: pass
e = E(); p = weakref.proxy(e)
for name, test in tests:
    if name in ('with', 'call', 'dir', 'hash'): continue
    try: r = test(); print(name, r if 'object at' not in str(r) else 'object')
    except NameError: pass
    except Exception as x: print(name, type(x).__name__, x)
for bad in (lambda: weakref.proxy(5), lambda: weakref.proxy(), lambda: weakref.ProxyType(), lambda: weakref.ProxyType(e), lambda: type('X', (weakref.ProxyType,), {})):
    try: print(bad())
    except Exception as x: print(type(x).__name__, x)
