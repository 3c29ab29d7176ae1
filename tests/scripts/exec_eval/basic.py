print(eval('1 + 2'), eval('x * 2', {'x': 5}), eval('x + y', {'x': 1}, {'y': 2}), eval(' 5'), eval('[i for i in range(3)]'), eval(b'7'), eval('(1,\n2)'))
exec('a = 1\nb = a + 1'); print(a, b)
ns = {}; exec('def f(n): return n * k\nk = 3\nclass C: v = f(2)', ns); print(ns['f'](5), ns['C'].v, '__builtins__' in ns, sorted(k for k in ns if k[0] != '_'))
g, l = {'z': 9}, {}; exec('y = z\nglobal w\nw = 1', g, l); print(l, g['w'], 'y' in g)
def f():
    v = 1
    exec('v = 2; new = 3')
    return v, eval('v + 10'), eval('[v for _ in "a"]', {'v': 7})
print(f())
for code in ('1 +', 'x = 1', '', 'a b', 'undefined_e', '1/0', 'def f(): pass', ' 1\n 2', '\x00', '5 5'):
    try:
        print(eval(code))
    except Exception as e: print(type(e).__name__, e)
for args in ((5,), ('1', 5), ('1', {}, 5), (), (None,)):
    for fn in (eval, exec):
        try:
            print(fn(*args))
        except Exception as e: print(type(e).__name__, e)
print(eval('len([1])', {'__builtins__': {'len': lambda x: 'fake'}}))
try:
    eval('len', {'__builtins__': {}})
except NameError as e: print(e)
exec(''); exec('# only comment'); exec('\n\n'); exec('if 1:\n  pass')
exec("for i in range(2):\n    print('exec', i)\nelse:\n    print('done')")
print(eval('lambda: q', {'q': 'from eval globals'})(), eval('locals()', {}, {'m': 1}), eval('globals() is not None'), exec('1'))
