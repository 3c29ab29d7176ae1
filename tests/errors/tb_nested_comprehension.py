def f(x): return x['k']
r = {k: [f(v) for v in (1, 2)] for k in 'ab'}
