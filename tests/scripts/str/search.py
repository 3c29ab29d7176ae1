s = 'hello world hello'
print(s.find('hello'), s.find('hello', 1), s.find('z'), s.find(''), s.find('', 100), s.find('o', 5, 8), s.find('lo', -5), s.rfind('hello'), s.rfind('', 0, 5), s.rfind('z'))
print(s.index('wor'), s.rindex('l'), s.count('l'), s.count('hello'), s.count(''), s.count('ll', 3), 'aaaa'.count('aa'), ''.count(''))
print(s.startswith('hell'), s.startswith(('x', 'h')), s.startswith('w', 6), s.startswith(''), s.startswith('', 20), s.startswith(()), s.endswith('lo'), s.endswith(('x', 'hello')), s.endswith('world', 0, 11))
print('ell' in s, '' in s, 'xyz' in s, 'é' in 'café', 'ab' in 'a', 'a\0b' in 'xa\0bx')
for f in (lambda: s.index('zz'), lambda: s.rindex('zz'), lambda: 5 in s, lambda: s.find(5), lambda: s.startswith(5), lambda: s.startswith((1,)), lambda: s.count(None), lambda: s.find('a', 'b')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t = 'añb\u4e2dc\U0001f600d\u4e2d'
print(t.find('\u4e2d'), t.rfind('\u4e2d'), t.find('\U0001f600'), t.count('\u4e2d'), t.index('d'), len(t), 'a' * 1000 + 'b' in 'a' * 2000 + 'b', ('ab' * 500 + 'c').find('bc'), ('ab' * 500).rfind('aba'))
print('abcabc'.find('c', None, None), 'abc'.find('c', -1), 'abc'.find('a', -100, 100), 'abc'.rfind('c', 0, -1))
