src = ''
for i in range(5): src += f'def f{i}(x):\n    return x + {i}' + (f' + f{i - 1}(x)' if i else '') + '\n'
ns = {}; exec(src, ns); print([ns[f'f{i}'](10) for i in range(5)])
def make_class(name, fields):
    body = f'class {name}:\n    def __init__(self, {", ".join(fields)}):\n' + ''.join(f'        self.{f} = {f}\n' for f in fields) + f'    def __repr__(self): return f"{name}(' + ', '.join('{self.%s!r}' % f for f in fields) + ')"\n'
    ns = {}; exec(body, ns); return ns[name]
P = make_class('P', ['x', 'y']); print(P(1, 'a'), P.__module__ if 0 else P.__name__)
print([eval(f'{a} {op} {b}') for op in '+-*/%' for a, b in ((7, 2), (1.5, 0.5))]); expr = '1'
for i in range(50): expr = f'({expr} + {i})'
print(eval(expr)); code = [compile(f'x ** {n}', 'p', 'eval') for n in range(4)]; print([eval(c, {'x': 3}) for c in code])
for s in ('a\n', '  b', '\tc ', '(\nd\n)', 'e # comment', 'f;' if 0 else 'a'): print(eval(s, dict(zip('abcdef', range(6)))), end=' ')
print(); exec('\n'.join(f'v{i} = {i}' for i in range(300)), ns); print(ns['v299'], len(ns) > 300)
