# Constants: equal ones of one unit are one object; identifier-like strings are shared between units;
# folding stops at a limit; a list display is new each time, a tuple of constants is not.
def run(text):
    names = {}
    exec(text, names)
    return names
a, b = run("x = 'abc_def'"), run("x = 'abc_def'"); print(a['x'] is b['x'])
a, b = run("x = 'abc def'"), run("x = 'abc def'"); print(a['x'] is b['x'])
n = run("a = 'abc def'; b = 'abc def'; f = 1.5; g = 1.5; t = (1, 'x y'); u = (1, 'x y'); i = 10 ** 20; j = 10 ** 20; p = b'ab'; q = b'ab'")
print(n['a'] is n['b'], n['f'] is n['g'], n['t'] is n['u'], n['i'] is n['j'], n['p'] is n['q'])
n = run("def f(): return 'a' * 20\ndef g(): return 'a' * 5000\ndef t(): return (1, 2)\ndef l(): return [1, 2]")
print(n['f']() is n['f'](), n['g']() is n['g'](), n['t']() is n['t'](), n['l']() is n['l']())
print(n['f'].__code__.co_consts.count('a' * 20), 'a' * 5000 in n['g'].__code__.co_consts)
n = run("a = 1.0; b = 1; c = True; d = 0.0; e = -0.0"); print(n['a'], n['b'], n['c'], n['d'], n['e'])
