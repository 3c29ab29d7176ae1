# ExitStack: order, suppressing, chained exceptions, pop_all.
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
with ExitStack() as s:
    a = s.enter_context(cm('a')); b = s.enter_context(cm('b'))
    s.callback(print, 'callback', 1, end='!\n')
    s.push(lambda *exc: print('push', exc[0]))
    print(a, b)
def sup(*e): print('sup', e[0].__name__); return True
with ExitStack() as s:
    s.push(sup); s.push(lambda *e: 1/0)
    raise KeyError('first')
try:
    with ExitStack() as s:
        s.callback(lambda: 1/0)
        s.callback(lambda: [][1])
        raise KeyError('first')
except Exception as e:
    while e: print(type(e).__name__, e); e = e.__context__
s = ExitStack(); s.callback(print, 'x'); p = s.pop_all(); s.close(); print('--'); p.close()
for o in (3,):
    try: ExitStack().enter_context(o)
    except TypeError as e: print(e)
print(issubclass(ExitStack, AbstractContextManager), isinstance(open, AbstractContextManager), isinstance(cm(1), ContextDecorator))
def outer():
    try: raise OSError('outer')
    except OSError:
        with ExitStack() as s:
            s.callback(lambda: 1/0)
            raise KeyError('inner')
try: outer()
except Exception as e:
    while e: print(type(e).__name__, e); e = e.__context__
