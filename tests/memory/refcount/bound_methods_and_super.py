import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def m(self): return self.n
m = D('held by method').m
print(m(), m.__self__.n); m = None; print('-')
class E(D):
    def m(self): return super().m() + '!'
print(E('sup').m()); print('-')
s = super(E, E('in super')); print(type(s).__name__); s = None; print('-')
ms = [D(str(i)).m for i in range(3)]; print(len(ms)); ms.clear(); print('-')
it = iter([D('in iterator list')]); del it; print('-')
z = zip([D('zip')]); del z; print('-')
f = map(D.m, [D('map')]); print(list(f)); del f; print('-')
r = reversed([D('rev')]); del r
e = enumerate([D('enum')]); print(next(e)[0]); del e; print('-')
v = {1: D('view')}.values(); print(len(v)); del v; print('-')
k = sorted([D('b'), D('a')], key=D.m); print('sorted'); del k
def deco(f): return f
p = property(D('getter').m); del p; print('end')
