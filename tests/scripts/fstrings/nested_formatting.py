rows = [('apple', 3, 1.5), ('fig', 12, 0.25)]
for name, n, price in rows: print(f'{name:<8}|{n:>4}|{price:8.2f}|{n * price:{8}.{1}f}')
w = {'a': 5}
print(f"{'x':>{w['a']}}|{3.14159:.{1 + 1}f}|{'mid':{'^'}{7}}|{255:{'#' 'x'}}")
print(f'{"é中":>5}|{"é中"!a}|{b"b"!r}|{"q"!r:>5}', f'{1:>{2}}{3:<{4}}|')
print(f'{{literal}} {{{1}}} {{{{{2}}}}}', f'{"a{b}c"}', f'{{}}'.format(5))
class P:
    def __init__(self, x): self.x = x
    def __format__(self, s): return f'P<{s}:{self.x}>'
p = P(3)
print(f'{p} {p:abc} {p:{p.x}} {p.x:02d} {p!s:.1}'[:40], f'{p=:q}')
x = 5
print(f'{x = }', f'{x=:>5}', f'{x + 1 = :03d}', f'{ x = !s}', f'{x=}{x=}')
print(f'{1_000_000:,}', f'{1e6:,.1f}', f'{-5:=+8d}', f'{0.1234:.1%}', f'{10:b} {10:o} {10:#X}', f'{True:>6} {None!s:>6}')
print(rf'\{x}\n', fr'{x}\t', F'{x}', f"{'a' if x else 'b'}", f'{[*range(3)]}', f'{(x, x)}', f'{x}%', f'{x:%}')
