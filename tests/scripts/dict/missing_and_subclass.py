class D(dict):
    def __missing__(self, k): return f'<{k}>'
    def __getitem__(self, k):
        print('getitem', k)
        return super().__getitem__(k)
    def __setitem__(self, k, v):
        print('setitem', k, v)
        super().__setitem__(k, v)
d = D(a=1)
d['b'] = 2
print(d['a'], d['z'], d.get('q'), 'z' in d, d, dict(d), {**d}, d.copy(), type(d.copy()).__name__)
d.update(c=3); d.setdefault('e', 5); print(len(d))
def f(**k): return k
print(f(**d), '%(a)s %(y)s' % d, eval('a + 1', {}, d) if 0 else '')
class K(dict):
    def keys(self): return ['fake']
    def __getitem__(self, k): return 'value of ' + k
print(dict(K()), f(**K()), {**K()}, dict(K(x=1)))
class M:
    def keys(self): return 'ab'
    def __getitem__(self, k): return k * 2
print(dict(M()), f(**M()), {**M()})
n = {}; n.update(M()); print(n)
class Dflt(dict):
    def __init__(self, factory): self.factory = factory
    def __missing__(self, k):
        v = self[k] = self.factory()
        return v
w = Dflt(list)
for word in 'a bb cc d eee'.split(): w[len(word)].append(word)
print(w, w == {1: ['a', 'd'], 2: ['bb', 'cc'], 3: ['eee']})
print(eval('x + y', {'x': '1'}, D(y='2')), D.fromkeys('p', 0))
