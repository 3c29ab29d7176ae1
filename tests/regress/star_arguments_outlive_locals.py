# The arguments of a call with stars died before the other locals of the function.
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('~' + self.n, end=' ')
def f(a, b=None, *c, k=None, **kw):
    x = D('local')
    print('in', end=' ')
def g(a, b):
    x = D('local')
    a = None
    print('g', end=' ')
    return D('result')
def h(*a, **k):
    x = D('local')
    raise ValueError
class K:
    def m(self, *a, **k): x = D('local'); print('m', end=' ')
    def __init__(self, *a, **k): x = D('local'); print('init', end=' ')
    def __del__(self): print('~K', end=' ')
    @staticmethod
    def s(a, b): x = D('local')
    @classmethod
    def c(cls, a, b): x = D('local')
    def __call__(self, *a): x = D('local')
def gen(*a):
    x = D('local')
    yield 1
    print('gen end', end=' ')
for src in ["f(*[D('1'), D('2')])", "f(*(D('1'), D('2'), D('3')))", "f(D('0'), *[D('1')])", "f(*[D('1')], k=D('k'))", "f(**{'a': D('a'), 'k': D('k')})", "f(*(D(str(i)) for i in range(3)))", "f(*[D('1')], **{'z': D('z')}, y=D('y'))",
    "g(*[D('1'), D('2')])", "v = g(*[D('1'), D('2')]); print('got', end=' ')", "h(*[D('1')])", "h(*[D('1')], **{'z': D('z')})", "K(*[D('1')])", "K().m(*[D('1')])", "K.m(*[K(), D('1')])", "K.s(*[D('1'), D('2')])", "K.c(*[D('1'), D('2')])", "K()(*[D('1')])", "list(gen(*[D('1')]))", "g(*[D('1')])", "g(*[D('1')], **{'c': D('c')})", "g(*5)", "t = (D('1'), D('2')); g(*t); del t; print('after', end=' ')", "(lambda a, b: print(end='L '))(*[D('1'), D('2')])", "print(g(*[D('1'), D('2')]), sep=D('s'))", "[g(*p) for p in [(D('1'), D('2')), (D('3'), D('4'))]]", "max(*[D('1'), D('2')], key=lambda d: d.n)", "sorted(*[[D('1')]], key=lambda d: D('k').n)"]:
    print(src, end=' : ')
    try: exec(src.replace('print(g', 'str(g').replace(", sep=D('s')", '') if 'sep' in src else src)
    except Exception as e: print(type(e).__name__, end=' ')
    print()
def inner(*args):
    x = D('local')
    print(len(args), end=' ')
def wrapper(*args, **kw):
    y = D('wlocal')
    return inner(*args, **kw)
wrapper(D('1'), D('2')); print()
def rec(n, *a):
    if n: return rec(n - 1, *a, D(str(n)))
    return len(a)
print(rec(5, D('x')))
try:
    def deep(*a): return deep(*a)
    deep(D('deep'))
except RecursionError as e: print(e)
def thrower(*a):
    x = D('local'); sys._getframe(); 1/0
try: thrower(*[D('1')])
except ZeroDivisionError as e: print('caught', e.__traceback__.tb_next.tb_frame.f_locals.keys())
print('end')
