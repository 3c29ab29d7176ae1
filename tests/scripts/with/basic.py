class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print('enter', self.name); return self.name
    def __exit__(self, t, v, tb): print('exit', self.name, t and t.__name__, v, tb is not None); return self.swallow
with M('a') as a: print('body', a)
with M('a') as a, M('b') as b: print(a, b)
with (M('p') as p, M('q')): print(p)
with (M('x')): pass
with M('s', True): 1 / 0
print('survived')
try:
    with M('o'), M('i'): raise KeyError('k')
except KeyError as e: print('got', e)
def f():
    with M('r'): return 'returned'
print(f())
for i in range(2):
    with M(i):
        if i == 0: continue
        break
with M('t') as (c): print(c)
class T:
    def __enter__(self): return 1, (2, 3)
    def __exit__(self, *a): pass
with T() as (u, (v, w)): print(u, v, w)
d = {}
with M('key') as d['k']: print(d)
class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): pass
class BadEnter:
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): print('never')
for cm in (NoEnter, NoExit, BadEnter, int, lambda: 5):
    try:
        with cm(): print('no')
    except Exception as e: print(type(e).__name__, e)
class ExitRaises:
    def __enter__(self): pass
    def __exit__(self, *a): raise OSError('exit')
try:
    with ExitRaises(): raise KeyError(1)
except OSError as e: print(e, repr(e.__context__))
try:
    with M('outer'), BadEnter(): pass
except ValueError as e: print(e)
inst = NoEnter(); inst.__enter__ = lambda: 1
try:
    with inst: pass
except TypeError as e: print(e)
