# Keys of __kwdefaults__ that run script code when compared: it overwrote parameters, and freed defaults.
class K:
    def __init__(s, n): s.n = n
    def __hash__(s): return hash(s.n)
    def __eq__(s, o):
        print('eq', s.n, o)
        f.__kwdefaults__ = None
        f.__defaults__ = None
        if CODE: f.__code__ = g.__code__
        return False
class V:
    def __del__(s): print('V dies')
def g(*a, **k):
    x = y = z = w = 1
    return 'g', a, k
CODE = 0
def mk():
    def f(a, b=V(), *, c, d=1):
        print(type(b).__name__)
        return a, type(c).__name__, type(d).__name__
    f.__kwdefaults__ = {K('c'): V(), 'd': V()}
    return f
for CODE in 0, 1:
    for call in (lambda: f(1), lambda: f(1, c=2), lambda: f(1, d=2), lambda: f(a=1), lambda: f(a=1,c=3,d=2), lambda: f(*(1,)), lambda: f(*(1,), **{'c':1})):
        f = mk()
        try: print(call())
        except TypeError as e: print(e)
