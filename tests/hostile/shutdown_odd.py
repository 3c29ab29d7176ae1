
import sys, gc, weakref
class D:
    def __init__(self, n): self.n = n
    def __del__(self):
        print('del', self.n)
        try: globals()['later'] = D2()
        except Exception: pass
class D2: pass
a = D('a'); b = [a]; a.b = b
def g():
    try: yield 1
    finally: print('generator closed')
it = g(); next(it)
class C: pass
c = C(); c.me = c; w = weakref.ref(c, lambda r: None)
sys.modules['self'] = sys.modules['__main__']
print('end')
