class D:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=' ')
l = [D(i) for i in range(4)]; del l; print('list')
t = (D(0), D(1), D(2)); del t; print('tuple')
d = {i: D(i) for i in range(4)}; del d; print('dict')
class O: pass
o = O(); o.a = D('a'); o.b = D('b'); o.c = D('c'); del o; print('instance')
l = [D(i) for i in range(4)]; l.clear(); print('clear')
l = [D(i) for i in range(5)]; del l[1:4]; print('slice'); l[:] = []; print('assign empty')
l = [D(i) for i in range(3)]; l[1] = None; print('item'); l.pop(0); print('pop'); del l; print('rest')
d = {i: D(i) for i in range(3)}; d.pop(1); print('dict pop'); d[0] = D('new'); print('replaced'); d.clear(); print('clear')
n = [[D('a'), D('b')], (D('c'), {0: D('d')})]; del n; print('nested')
class S:
    __slots__ = ('x', 'y')
s = S(); s.y = D('y'); s.x = D('x'); del s; print('slots')
d = {D('key'): D('value')}; del d; print('key and value')
l = [D('same')] * 3; del l[0]; print('one left out'); del l; print('all')
