s = 'The quick brown fox'
print(s.upper(), s.lower(), s.title(), s.swapcase(), s[::-1], s[4:9], s * 2)
print(s.split(), s.rsplit(' ', 1), s.partition(' '), s.splitlines(), 'a,b,,c'.split(','))
print('-'.join(['x', 'yy', 'zzz']), s.replace('o', '00'), s.replace('q', 'é'), s.center(30, '*'))
print(s.encode('utf-16'), 'naïve €'.encode(), 'é'.encode('latin-1'), s.translate({84: 'D', 101: None}))
print(s.find('fox'), s.count('o'), s.startswith('The'), 'ab' in s, s.strip('Tx'), s.zfill(25))
t = ''
for word in s.split():
    t += word + '|'
print(t, ascii('é€😀'), repr("it's"), 'é€😀'[1], len('é€😀' * 50), 'ß'.casefold(), 'ǆ'.title())
print(str.maketrans('ab', 'cd'), 'a\tb'.expandtabs(), 'x'.ljust(600)[-1:] + '.', hash(s) == hash(s + ''))
