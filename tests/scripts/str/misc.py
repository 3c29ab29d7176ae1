print(ord('a'), ord('é'), ord('😀'), chr(97), chr(0x1f600), chr(0).encode(), ascii('é\n'), repr('a\tb'), len('\0'))
print('abc'.__contains__('b'), 'abc'.__len__(), 'abc'.__getitem__(1), 'a'.__add__('b'), 'a'.__mul__(3), 'abc'.__eq__('abc'), 'a'.__lt__(5), 'abc'.__hash__() == hash('abc'), str.__doc__[:3], 'abc'.__iter__().__class__.__name__)
s = ''
for i in range(200): s += chr(48 + i % 75)
print(s, len(s), s[100])
t = 'x'
u = t
t += 'y'
print(t, u)
big = 'ab' * 100000
print(len(big), big.count('ba'), big[99999], big.find('bb'), len(big.replace('a', 'ccc')), hash(big) == hash('ab' * 100000))
d = {'a': 1, 'é': 2, '中': 3}
print(d['a' + ''], d[chr(233)], d['\u4e2d'])
class S(str):
    def __eq__(self, o): return True
    def __hash__(self): return 5
    def upper(self): return 'mine'
print(S('a') == 'zzz', 'zzz' == S('a'), S('a').upper(), S('abc')[1:], type(S('abc')[:]).__name__, type(S('a').strip()).__name__, type(str(S('a'))).__name__, S('%s') % 1, S('a') + S('b'), S('x').join(['1', '2']))
print(str(1) + str(2.0) + str(None) + str([1, 'a']) + str((1,)) + str({'k': 'v'}), 'é'.isidentifier(), 'a' in 'abc' in ['abc'])
it = iter('añ')
print(next(it), next(it), next(it, 'end'), list(it), it.__length_hint__())
