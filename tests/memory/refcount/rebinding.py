class D:
    def __init__(self, n): self.n = n; print('new', n)
    def __del__(self): print('del', self.n)
d = D('one'); d = D('two'); print('-'); d = None; print('-')
class O: pass
o = O(); o.x = D('attr1'); o.x = D('attr2'); print('-'); del o.x; print('-')
l = [D('item1')]; l[0] = D('item2'); print('-'); l[0:1] = [D('s1'), D('s2')]; print('-'); l = None; print('-')
def f():
    global g
    g = D('global')
f(); f(); g = 0; print('-')
def loop():
    for i in range(3):
        x = D(i)
    print('loop over')
loop()
for v in [D('v1'), D('v2')]: print('body', v.n)
print('after loop'); v = None; print('-')
for w in (D(i) for i in range(2)): print('gen body', w.n)
print('after'); del w
a = b = D('shared'); a = 1; print('one left'); b = 1; print('end')
