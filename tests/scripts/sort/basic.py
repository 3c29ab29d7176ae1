print(sorted([3, 1, 2]), sorted('hello'), sorted((3, 1), reverse=True), sorted({2, 1}), sorted({'b': 1, 'a': 2}), sorted([]), sorted([1.5, 1, 0.5]), sorted([True, False, 2]))
words = ['banana', 'Apple', 'cherry', 'date', 'Fig']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: w[-1]))
pairs = [(i % 3, i) for i in range(12)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True), sorted(pairs, key=lambda p: -p[0]))
print(sorted([[2], [1, 5], [1]]), sorted([(1, 'b'), (1, 'a')]), sorted([10 ** 20, 5, -10 ** 20]), sorted(['é', 'z', 'a', '中']), sorted([b'b', b'a']))
a = [5, 3, 1]; print(a.sort(), a); a.sort(reverse=True, key=None); print(a)
for f in (lambda: sorted([1, 'a']), lambda: sorted([None, 1]), lambda: sorted([1, 2], key=lambda: 0), lambda: sorted([{}, {}]), lambda: sorted([1j, 2j]), lambda: sorted(1), lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: sorted([1, 2], key=lambda x: 1 / 0), lambda: sorted([(1, None), (1, 2)])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
x = [(i * 7919) % 1009 for i in range(3000)]
y = sorted(x)
print(all(y[i] <= y[i + 1] for i in range(2999)), y[:5], y[-5:], sorted(x, reverse=True) == y[::-1], sorted(y) == y, sorted(y[::-1]) == y)
z = [(v % 10, i) for i, v in enumerate(x)]
print(sorted(z, key=lambda t: t[0]) == sorted(z), min(x), max(x), sorted(z, key=lambda t: t[0], reverse=True)[:3])
