class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __add__(self, o): print('add'); return D(self.n + o.n)
    def m(self): return 5
    def __getitem__(self, i): return 1
    def __eq__(self, o): return True
    def __iter__(self): return iter([self.n])
    def __call__(self): print('called')
    def __bool__(self): return True
D('statement'); print('next')
print(D('l').n, 'printed')
x = D('l') + D('r'); print('x is', x.n)
x = D('p') + D('q'); print('x is', x.n)
D('method').m(); print('-')
D('sub')[0]; print('-')
D('eq1') == D('eq2'); print('-')
D('call')(); print('-')
for v in D('iter'): print('loop', v)
if D('cond'): print('in if')
while D('while'): print('in while'); break
[D('in list'), print('list built')]; print('-')
D('a') and D('b'); print('-')
D('left') or print('no'); print('-')
f = lambda d: print('in f', d.n)
f(D('arg')); print('-')
f(d := D('walrus')); print('-'); del d
a, b = D('1'), D('2'); a, b = b, a; del a; print('-'); del b
_ = [D('comp').n for i in range(2)]; print('-')
f'{D("fstring").n}{print("mid")}'; print('end')
x = None
