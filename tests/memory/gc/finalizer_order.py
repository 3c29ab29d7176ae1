import gc
gc.disable()
class D:
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self): print('del', self.n, hasattr(self, 'me'))
for i in range(5): D(i)
print('collect'); print(gc.collect())
class P:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, 'other is', self.other.n)
a, b = P('a'), P('b'); a.other, b.other = b, a
del a, b; print(gc.collect() > 0, gc.garbage)
class Q:
    def __init__(self): self.items = [self, 'data']
    def __del__(self): print('sees', self.items[1], self.items[0] is self)
Q(); gc.collect(); print('end')
