def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

class E(Exception):
    def __init__(self, *a): raise KeyError
class F(Exception):
    def __new__(cls): return 5
class G(Exception):
    __slots__ = ()
    def __str__(self): return 5
    def __repr__(self): raise ValueError
class M(type):
    def __instancecheck__(c, x): 1 / 0
    def __subclasscheck__(c, x): 1 / 0
class H(Exception, metaclass=M): pass
def r(x):
    def f(): raise x
    return f
for x in (E, F, G, G(), 5, None, int, 'x', (ValueError,), type, Exception, BaseException): t('raise', r(x))
def catch(c):
    def f():
        try: raise ValueError
        except c: return 'caught'
    return f
for c in (H, 5, None, (ValueError, 5), (5, ValueError), ((ValueError,),), (), [ValueError], object, type): t('except', catch(c))
t('str', lambda: str(G())); e = ValueError(); e.__context__ = e; e.args = (e,); t('self', lambda: repr(e)); a, b = ValueError(), KeyError(); a.__context__, b.__context__ = b, a
def cyc():
    try: raise a
    except ValueError: raise b
t('cycle', cyc)
def many():
    for i in range(10000):
        try: raise ValueError(i)
        except ValueError as e: pass
    return i
t('many', many)
class X:
    def __enter__(self): return self
    def __exit__(self, *a): raise a[0] if a[0] else KeyError
def w():
    with X():
        with X(): 1 / 0
t('with', w)
def bare():
    raise
t('bare', bare)
try: 1 / 0
except ZeroDivisionError: t('bare in', bare)
t('tb', lambda: ValueError().with_traceback(5)); t('cause', lambda: setattr(ValueError(), '__cause__', 5)); t('setstate', lambda: ValueError().__setstate__(5)); t('nosuper', lambda: str(type('N', (Exception,), {'__init__': lambda s, *a: None})(1, 2))); t('systemexit', r(SystemExit(5))); t('genexit', r(GeneratorExit)); t('kbd', r(KeyboardInterrupt)); t('uni', lambda: str(UnicodeDecodeError('x', b'', 10 ** 10, -5, 'r'))); t('uni2', lambda: UnicodeDecodeError(1, 2)); t('stop', lambda: list(r(StopIteration)() for _ in 'a')); t('syn', lambda: str(SyntaxError('m', (1, 2))))
