a, l, u, w = 'abc', 'éàü', '中文字', '😀😁'
for x in (a, l, u, w):
    for y in (a, l, u, w):
        z = x + y
        print(len(z), z[len(x):] == y, z.find(y), z.startswith(x), z.endswith(y), x < y, x == y, y in z, end=' | ')
    print()
print((w + a)[2:] == a, hash((w + a)[2:]) == hash(a), {a: 1}[(w + a)[2:]], (u + l)[3:].encode('latin-1'))
print(a.join([l, u, w]), w.join('ab'), (a + w).replace(w, ''), (a + w).split('b'), (l + u).upper(), (u + a).rjust(10, '😀'), w.center(6, '中'), (a + u).partition('c'))
print(sorted([a, l, u, w, 'Z', '']), max(a + l + u), 'a\0' < 'a\1', 'a' < 'a\0', '\uffff' < '\U00010000')
print(a * 3 + l * 2 + u + w, (a + l + u + w)[::-1], [*(l + w)])
