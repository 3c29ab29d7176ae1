import sys
class R:
    def __init__(self, v): self.v = v
    def __repr__(self): return 'R<%r>' % (self.v,)
    def __str__(self): return 'S<%s>' % self.v
data = {'list': [1, 2.5, 'three', None], 'tuple': (R(1), R('x')), 'set': {5}, 'nested': {'a': {'b': [[], {}, ()]}},
        'bytes': b'\x00\xff', 'long': 10 ** 30, 'float': 1e-300, 'str': 'q"\'\n\té€😀'}
data['self'] = data
print(data)
print(R([R(1), {R(2): R(3)}]), str(R(5)), repr(R(6)), [R(7)], sep='\n')
l = [1]
l.append(l)
print(l, repr(type(R)), R, print, len, [].append, sys.stdout.name, slice(1, 2), range(3), Ellipsis, NotImplemented)
print(*range(30), sep=', ', file=sys.stdout)
sys.stdout.write('written %d\n' % 5)
print('to stderr', 'é' * 3, file=sys.stderr)
print(repr(frozenset()), repr(bytearray(b'x')), {}.keys(), {1: 2}.items(), iter([]).__class__, (i for i in ()).__class__)
