# suppress, closing, nullcontext, redirect_stdout, decorators.
import contextlib, sys
from contextlib import *


with suppress(KeyError, ValueError): {}['x']
try:
    with suppress(KeyError): 1/0
except ZeroDivisionError: print('zde')
class T:
    def close(self): print('closed')
with closing(T()) as t: print(type(t).__name__)
with nullcontext(7) as n: print(n)
class W:
    def __init__(self): self.t = []
    def write(self, s): self.t.append(s)
    def flush(self): pass
w = W()
with redirect_stdout(w) as g:
    print('hello'); print(g is w)
print(w.t)
r = redirect_stderr(w)
with r:
    with r: print('err', file=sys.stderr)
print(w.t[-2:])
class D(ContextDecorator):
    def __enter__(self): print('in'); return self
    def __exit__(self, *a): print('out'); return False
@D()
def g(x, *, y): 'gdoc'; return x + y
print(g(1, y=2), g.__name__, g.__doc__)
print(AbstractContextManager[int], sorted(n for n in contextlib.__all__ if 'sync' not in n and n != 'aclosing'))
class M(AbstractContextManager):
    def __exit__(self, *a): return None
with M() as m: print(type(m).__name__)
try: AbstractContextManager()
except TypeError as e: print(e)
