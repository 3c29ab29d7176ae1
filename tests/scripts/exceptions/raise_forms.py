def t(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e, e.args, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def a(): raise ValueError
def b(): raise ValueError('x', 2)
def c(): raise ValueError('x') from KeyError('c')
def d(): raise ValueError('x') from KeyError
def e(): raise ValueError('x') from None
def f():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k')
def g():
    try: 1 / 0
    except ZeroDivisionError as z: raise KeyError('k') from z
def h():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k') from None
def i(): raise 5
def j(): raise 'text'
def k(): raise int
def l(): raise
def m(): raise ValueError from 5
def n():
    try: 1 / 0
    except ZeroDivisionError: raise
class Strange(Exception):
    def __init__(self): 1 / 0
def o(): raise Strange
class NotExc:
    def __new__(cls): return 5
def p(): raise NotExc
class Odd(Exception):
    def __new__(cls): return 'str'
def q(): raise Odd
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q): t(fn)
