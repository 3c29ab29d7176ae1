s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2), slice(None), s == slice(1, 10, 2), s != slice(1), s.indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(100).indices(3), slice(None, None, -2).indices(0))
for code in ('slice()', 'slice(1,2,3,4)', 'hash(s)', 's.indices(-1)', 's.indices("a")', 'slice("a").indices(5)', 'slice(1, 2, 0).indices(5)', 's.start.x', '{s: 1}', 'slice(1) < slice(2)', 'slice(1) < 5', 's()', 'len(s)'):
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
try:
    s.start = 5
except AttributeError as e:
    print(e)
class S:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
x = S()
print(x[1:2], x[:], x[::], x[1:], x[:2:], x[::3], x[1:2, 3:4], x[..., 1:], x['a':'b':'c'], x[()], x[:, None])
x[1:2] = 5; x[::2] = 'v'; del x[:]; del x[1, 2:]
x[1:2] += 'q' if False else slice(1) if False else x.__class__ and [1] if False else type('A', (), {'__radd__': lambda s, o: ('radd', o)})()
class I:
    def __index__(self): return 2
print([0, 1, 2, 3, 4][I():], 'abcdef'[:I()], (1, 2, 3, 4)[::I()], slice(I(), None).indices(5), list(range(10))[I()::I()])
print([1, 2, 3][-10 ** 30:10 ** 30], 'abc'[10 ** 30:], [1, 2, 3, 4][::10 ** 30], 'abc'[::-10 ** 30], [1, 2, 3][3:-4:-1])
