class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __enter__(self): print('enter', self.n); return D(self.n + '.value')
    def __exit__(self, *a): print('exit', self.n)
with D('cm'): print('body')
print('-')
with D('cm') as v: print('body', v.n)
print('-'); del v
try:
    with D('failing'): raise ValueError
except ValueError: print('caught')
print('-')
def f():
    with D('a') as x, D('b'):
        return x.n
print(f())
