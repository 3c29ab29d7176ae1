import sys
n = 200000
l = None
for _ in range(n): l = [l]
del l; print('lists')
t = ()
for _ in range(n): t = (t,)
del t; print('tuples')
class N:
    def __init__(self, next): self.next = next
c = None
for _ in range(n): c = N(c)
del c; print('instances')
d = {}
for _ in range(n): d = {0: d}
del d; print('dicts')
def gen(x): yield x
g = None
for _ in range(20000): g = gen(g)
del g; print('generators')
f = None
for _ in range(20000): f = (lambda x: lambda: x)(f)
del f; print('closures')
class D:
    live = 0
    def __init__(self, n): self.n = n; D.live += 1
    def __del__(self): D.live -= 1
c = None
for _ in range(50000): c = D(c)
print(D.live); del c; print(D.live)
