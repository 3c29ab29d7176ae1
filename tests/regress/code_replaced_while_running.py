# f.__code__ was assigned while f ran: the running code was freed.
g = {}
exec('''
def f():
    f.__code__ = (lambda: 2).__code__
    x = [i for i in range(10)]
    try: 1/0
    except ZeroDivisionError as e: print(e.__traceback__.tb_lineno)
    return len(x)
def gen():
    gen.__code__ = (lambda: 2).__code__
    yield 1
    yield 2
''', g)
import gc
gc.collect()
f = g['f']; gen = g['gen']
print(f(), f())
print(list(gen()))
