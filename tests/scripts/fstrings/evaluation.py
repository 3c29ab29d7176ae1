log = []
class T:
    def __init__(self, n): self.n = n
    def __format__(self, spec):
        log.append((self.n, 'format', spec))
        return self.n + spec
    def __repr__(self):
        log.append((self.n, 'repr'))
        return 'r' + self.n
    def __str__(self):
        log.append((self.n, 'str'))
        return 's' + self.n
a, b = T('a'), T('b')
print(f'{a}{b:x}', log); log.clear()
print(f'{a!r}{b!s:>5}', log); log.clear()
print(f'{a:{b}}', log); log.clear()
print(f'{a=}', log); log.clear()
print(f'{a=!s}{b=:q}', log); log.clear()
def f():
    x = 1
    return f'{x}{(lambda: x + 1)()}', [f'{x}{i}' for i in range(2)]
print(f())
class C:
    y = 5
    s = f'{y} {y + 1}'
print(C.s)
print(f'{(w := 3)} {w}', f'{f"{1+1}"}')
s = 'x'
s = f'{s}{s}'; s = f'{s}{s}'
print(s, f'{s:.2}', f'{s!r:.3}')
