class contextmanager:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return Ctx(self.f(*a))
class Ctx:
    def __init__(self, g): self.g = g
    def __enter__(self): return next(self.g)
    def __exit__(self, t, v, tb):
        if t is None:
            try: next(self.g)
            except StopIteration: return False
            raise RuntimeError("generator didn't stop")
        try: self.g.throw(v)
        except StopIteration: return True
        except BaseException as e:
            if e is v: return False
            raise
        raise RuntimeError("generator didn't stop after throw()")
@contextmanager
def tag(name):
    print('<' + name + '>')
    try: yield name.upper()
    except KeyError as e: print('swallowed', e)
    finally: print('</' + name + '>')
with tag('a') as x: print(x)
with tag('b'): raise KeyError('k')
try:
    with tag('c'), tag('d'): raise ValueError('v')
except ValueError as e: print('outside', e)
@contextmanager
def two():
    yield 1
    yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
def nest(n):
    if n == 0: return 'bottom'
    with tag(str(n)): return nest(n - 1)
print(nest(3))
