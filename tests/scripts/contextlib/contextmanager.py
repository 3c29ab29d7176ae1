# Generators as context managers and decorators; what they do with exceptions.
import sys
from contextlib import *


@contextmanager
def cm(x):
    'doc of cm'
    print('enter', x)
    try:
        yield x * 2
    except ValueError as e:
        print('caught', e)
    finally:
        print('exit', x)
with cm(3) as v: print(v)
with cm(4): raise ValueError('boo')
try:
    with cm(5): raise KeyError('k')
except KeyError as e: print(repr(e))
print(cm.__name__, cm.__doc__, cm.__wrapped__.__name__)
@cm(6)
def f(a): print('f', a); return a
print(f(1), f(2))
@contextmanager
def never():
    if False: yield
@contextmanager
def twice():
    yield 1; yield 2
@contextmanager
def stop():
    try: yield
    except BaseException: raise
for c, e in ((never, None), (twice, None), (stop, StopIteration('s')), (twice, ValueError('v')), (stop, RuntimeError('r'))):
    try:
        with c():
            if e: raise e
    except Exception as x: print(type(x).__name__, x, x is e)
