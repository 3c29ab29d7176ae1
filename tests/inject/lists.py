a = []
for i in range(60):
    a.append(i)
a.extend(range(1000, 1010))
a.insert(3, 'x')
a += [1, 2]
print(a, len(a), a[5:10], a[::-7], a * 2 == a + a)
a[2:5] = [9] * 12
del a[::3]
a[1:9:2] = 'abcd'
print(a, a.index(9), a.count(9), a.pop(), a.pop(0), a.copy() == a)
a.remove(9)
a.reverse()
b = [str(x) for x in a]
b.sort()
print(b, sorted(b, key=len, reverse=True), [x for x in a if x != 9][:3])
c = [[i] for i in range(20)]
c[0].append(c)
print(c, list('abc') < list('abd'), [1, 2] == [1, 2.0], [*a, *b][-3:])
c.clear()
print(c, list(zip(a, b))[:3], list(map(str, range(5))), list(filter(None, [0, 1, 2])), list(reversed([1, 2])))
