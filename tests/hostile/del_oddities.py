def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

import gc
gc.disable()
class A:
    def __del__(self): gc.collect(); self.__class__ = B; A(); 
n = [0]
class B:
    def __del__(self):
        n[0] += 1
        if n[0] < 100: B()
b = B(); del b; print(n)
saved = []
class R:
    def __del__(self): saved.append(self)
for _ in range(50): R()
for _ in range(3):
    x = saved[:]; saved.clear(); del x
print(len(saved))
class L(list):
    def __del__(self): saved.append(self)
l = L([1]); l.append(l); del l; gc.collect(); print(len(saved)); saved.clear(); gc.collect(); print(len(saved))
class D:
    def __del__(self):
        try: raise ValueError
        except ValueError: pass
        global glob
        glob = [self]
        del glob
D()
def f():
    try: 1 / 0
    except ZeroDivisionError: D(); raise
t('raise after del', f)
class G:
    def __del__(self): list(self.gen)
g = G(); g.gen = (x for x in range(3)); del g
class T:
    def __del__(self):
        def deep(): deep()
        try: deep()
        except RecursionError: print('recursion in del')
T()
class W:
    def __init__(self, n): self.n = n
    def __del__(self):
        if self.n: W(self.n - 1)
W(200); print('end')
class Z:
    def __del__(self): del self.__dict__['x']; self.x = 1; self.y = self
z = Z(); z.x = 5; del z; print(gc.collect() > 0)
