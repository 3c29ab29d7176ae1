# Constants, capwords, Formatter and its errors.
import keyword, string

print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword('if'), keyword.iskeyword('x'), keyword.issoftkeyword('match'), keyword.__all__)
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), repr(string.printable), string.capwords('hello  wORLD x'), string.capwords('a-b-c', '-'))
F = string.Formatter()
for a in (('{} {}', 1, 2), ('{0} {1} {0}', 'a', 'b'), ('{x} {y!r} {z:>5}', ), ('{0[1]} {0[a]}', ), ('{{}} {0:{1}}', 3, '>5'), ('{', ), ('}', ), ('{0} {}', 1), ('{} {0}', 1), ('{0!x}', 1), ('{0.real} {0.imag}', 3), ('{0[1]}', [1, 2]), ('{d[k]} {d[2]}', ), ('{!r:>6}|', 'q'), ('{0!}', 1), ('{0!r', 1), ('{a', ), ('{0!rx}', 1), ('plain', ), ('', ), ('{x[}', ), ('{5}', 1), ('{nope}', ), ('a{{b}}c{{{0}}}', 3), ('{0:%Y{{}}}', 3)):
    try: print(a, F.format(*a, x=1, y='q', z=2, d={'k': 'v', 2: 'two'}))
    except Exception as e: print(a, type(e).__name__, e)
print(list(F.parse('a{b!r:c}d{{e}}f{}')), F.get_field('a.real', (), {'a': 3}), F.get_field('0', (1,), {}))
class FD(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, '<%s>' % k) if isinstance(k, str) else super().get_value(k, a, kw)
    def check_unused_args(self, u, a, k): print(sorted(map(str, u)))
print(FD().format('{q} {0}', 1))
