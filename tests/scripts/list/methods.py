a = [3, 1, 2]
a.append(4); a.extend('xy'); a.insert(0, 'first'); a.insert(100, 'last'); a.insert(-1, 'pre')
print(a, len(a), a.index(1), a.count(4), a.pop(), a.pop(0), a.pop(-2), a)
a.remove('x'); a.reverse(); print(a, a.copy() == a, a.copy() is a)
a.clear(); print(a, a.append(1), a.extend([]), a)
b = [1, 2, 3, 2, 1]
print(b.index(2, 2), b.index(1, 1), b.index(2, -4, -1), b.count(9), b.sort(), b, b.sort(reverse=True), b)
for f in (lambda: b.index(9), lambda: b.remove(9), lambda: [].pop(), lambda: b.pop(99), lambda: b.insert('a', 1), lambda: b.extend(5), lambda: b.pop('x'), lambda: b.append(), lambda: b.sort(1), lambda: b.sort(key=5), lambda: b.index(1, 1, 2), lambda: b.count()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(list(), list('abc'), list(range(3)), list({1: 2}), list((1,)), [1] + [2], [1] * 3, 2 * [0], [] * 5, [1] * -1, [[]] * 2)
c = [[]] * 2
c[0].append(1)
print(c, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 2], [] < [0], [1, 2] != [1], [2] > [1, 9], [1, 'a'] == [1, 'a'], [1] == (1,))
d = [1]; d.append(d); print(d, d[1][1][0], d == d)
d.extend(d); print(len(d))
e = [1, 2, 3]; e += e; print(e); e *= 0; print(e)
