class Log(dict):
    def __getitem__(self, k): print('get', k); return super().__getitem__(k)
    def __setitem__(self, k, v): print('set', k, v); super().__setitem__(k, v)
    def __delitem__(self, k): print('del', k); super().__delitem__(k)
exec('a = 1\nb = a + 1\ndel a\nfor i in range(1): pass\nprint(b)', {}, Log())
class Default:
    def __getitem__(self, k):
        if k == 'print': raise KeyError(k)
        return 'value of ' + k
    def __setitem__(self, k, v): print('store', k)
exec('print(x, y)\nz = 1', {}, Default())
print(eval('[q for q in [1]]', {}, Default()))
g = {}
exec('def f(): return x', g); g['x'] = 5; print(g['f']()); del g['x']
try: g['f']()
except NameError as e: print(e)
exec('class C:\n    y = 1\n    def m(self): return y2', g); g['y2'] = 'global y2'; print(g['C']().m(), g['C'].__module__)
exec('import math as m; r = m.floor(2.5)', g); print(g['r'])
exec('x = 1; exec("x = 2"); print(x); print(eval("x + 1"))')
def outer():
    v = 'local'
    try: exec('print(v); w = 1')
    except NameError as e: print(e)
    try: return w
    except NameError as e: return str(e)
print(outer())
exec('def deco(f): return f\n@deco\ndef h(a, *, b=2): return a + b', g); print(g['h'](1), g['h'](1, b=5), g['h'].__globals__ is g)
