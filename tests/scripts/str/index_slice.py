s = 'abcdef'
print(s[0], s[-1], s[1:3], s[:2], s[-2:], s[::2], s[::-1], s[4:1:-1], s[10:], s[:-10], s[5:1], s[-100:100], s[1:100:3], s[::-2], s[True])
t = 'aé中😀z'
print(len(t), t[3], t[1:4], t[::-1], [ord(c) for c in t], t[2] == '中', t[0] + t[4], t[4:] + t[:1], t[:2] * 2)
print(list('añ'), [c for c in '中文'], 'abc' * 0, 'abc' * -5, 3 * 'ab', 'a' + 'b' 'c', '' + '')
print('a' < 'b', 'a' < 'B', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', 'z' < 'é', '中' > 'é', '😀' > '中', 'a' == 'a', 'a' != 'b', 'Z' <= 'a', max('hello'), min('hello'), sorted('hello'))
for f in (lambda: s[6], lambda: s[-7], lambda: s['a'], lambda: s[1.0], lambda: s.__setitem__, lambda: s + 5, lambda: 5 + s, lambda: s * 'a', lambda: s < 5, lambda: s[::0], lambda: s - 'a', lambda: s[1:2, 3]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    s[0] = 'x'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
print(s == 5, s != 5, s == b'abcdef', hash(s) == hash('abc' + 'def'), str(b'abc'), str(b'abc', 'ascii'), str(), str(object=5))
