lines = ['def f%d(a, b=%d, *c, d, **e):\n    """Doc %d."""\n    x = [a + i for i in range(b) if i %% 2]\n'
         '    if a > b: return x\n    elif not c: return (lambda q: q + a)(b)\n    while d:\n        d -= 1\n'
         '        try: x.append({d: a, "k": (1, 2.5, %d)})\n        except (KeyError, ValueError) as err: raise\n'
         '        finally: a += 1\n    with_default = f"{a!r:>{b}} {d}"\n    return x, with_default\n' % (i, i, i, i * 1000)
         for i in range(4)]
source = ''.join(lines) + '''
class C(object):
    attribute: int = 5
    def m(self):
        global G
        G = self.attribute
        def inner():
            nonlocal_value = [y for y in (1, 2)]
            return super
        return inner
    @property
    def p(self): return {**{}, 'a': 1}, [*(), 2], {3, 4} - {4}
result = f1(1, d=3), f2(9, 1, d=0), C().p, [f0.__doc__, C.attribute][::-1], 1 < 2 <= 3 != 4, not None
assert result, 'message'
for i, (j, *k) in enumerate([(1, 2, 3)]): last = i if j else k
else: last = last, 10 ** 20, 1e5j, b"bytes", ..., -5
del i, j
C().m()
'''
space = {}
code = compile(source, 'big.py', 'exec')
exec(code, space)
print(space['result'], space['last'], space['G'], sorted(k for k in space if k[0] != '_'))
print(eval('[a * 2 for a in b]', {'b': [1, 2, 3]}), sorted(code.co_names), len(code.co_consts) > 5)
exec('\n'.join('v%d = %d + v%d' % (i + 1, i * 1000, i) for i in range(40)), {'v0': 1})
