import sys
def f(n): return [n] if n == 0 else [f(n - 1)]
print(len(repr(f(40))))
def endless(n): return endless(n + 1)
sys.setrecursionlimit(150)
try:
    endless(0)
except RecursionError as e:
    print(e)
class R:
    def __repr__(self): return repr([self])
try:
    repr(R())
except RecursionError as e:
    print('repr')
sys.setrecursionlimit(1000)
x = []
for i in range(500): x = [x]
del x
n = eval('(' * 40 + '1' + ')' * 40) + eval('+'.join(['1'] * 60))
d = {}
for i in range(50): d = {'d': d, 't': (d,)}
print(n, str(d)[:3] if False else 'skipped', f(5) == f(5), f(5) < f(6))
