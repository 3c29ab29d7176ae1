# What is held twice, or holds itself, is so in a deep copy too.
import copy


class P:
    def __init__(self, x): self.x = x


class G:
    def __getstate__(self): return {'q': 1}
    def __setstate__(self, s): self.s = s


x = [1]; x.append(x); y = copy.deepcopy(x); print(y[1] is y, y is x)
t = ([],); t[0].append(t); u = copy.deepcopy(t); print(u[0][0] is u)
p = P(None); p.x = p; q = copy.deepcopy(p); print(q.x is q, q is p)
a = [1]; b = copy.deepcopy([a, a]); print(b[0] is b[1], b[0] is a)
k = {'a': a, 'b': (a, 1)}; m = copy.deepcopy(k); print(m['a'] is m['b'][0])
memo = {}; copy.deepcopy(a, memo); print(id(a) in memo, id(memo) in memo)
g = copy.copy(G()); print(g.s)
print(copy.Error, copy.error is copy.Error, copy.__all__)
