text = '''Lorem ipsum dolor sit amet,
consectetur adipiscing elit.

Sed do eiusmod!'''
print(text.splitlines(), [len(l) for l in text.split('\n')], text.count('\n'), text.title()[:30], text.split()[::3])
def wrap(s, w):
    line = ''
    for word in s.split():
        if len(line) + len(word) + bool(line) > w: yield line; line = word
        else: line += ' ' * bool(line) + word
    if line: yield line
print(list(wrap(text, 16)))
def caesar(s, k): return ''.join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar('hello, World', 3), caesar(caesar('hello', 5), -5)); print(' '.join(w[::-1] for w in 'abc def'.split(' ')), 'racecar' == 'racecar'[::-1])
def rle(s):
    out = ''; i = 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out += f'{j - i}{s[i]}'; i = j
    return out
print(rle('aaabccd'), rle('')); roman = lambda n: ''.join(s * (n // v) if not (n := n - 0) < 0 else '' for v, s in ()) or 'x'
def tokens(s):
    cur = ''
    for c in s + ' ':
        if c.isalnum() or c == '_': cur += c
        else:
            if cur: yield cur; cur = ''
            if not c.isspace(): yield c
print(list(tokens('foo = bar_1+(2 * x)')), dict(p.split('=') for p in 'a=1&b=2'.split('&')), 'key: value: more'.partition(': '), '{:-^20}'.format(' mid '), '|'.join(f'{w:>6}' for w in ('a', 'bb')))
table = str.maketrans('aeiou', '*****'); print('education'.translate(table), 'x'.join('abc').replace('x', ''), sorted('The quick'.lower()), ''.join(dict.fromkeys('mississippi')), 'a-b_c'.replace('-', '_').split('_'), 'CamelCaseName'.replace('C', '_C').lower().strip('_'))
def evaluate(s):
    stack = []
    for t in s.split():
        if t in '+-*': b, a = stack.pop(), stack.pop(); stack.append(a + b if t == '+' else a - b if t == '-' else a * b)
        else: stack.append(int(t))
    return stack
print(evaluate('3 4 + 2 *'), evaluate('5 1 2 + 4 * + 3 -'))
