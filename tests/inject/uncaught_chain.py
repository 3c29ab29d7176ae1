class Boom(Exception):
    def __str__(self): return 'boom ' * 3
def f():
    try:
        undefined_name
    except NameError:
        [1, 2].appendd(3)
try:
    f()
except AttributeError:
    def rec(n): return rec(n + 1) if n < 20 else 1 / 0
    try:
        rec(0)
    finally:
        raise Boom()
