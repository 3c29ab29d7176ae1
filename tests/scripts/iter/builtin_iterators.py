print(list(zip()), list(zip([1, 2])), list(zip([1, 2], 'ab', (3.0, 4.0))), list(zip([1, 2, 3], 'a')), list(zip('ab', 'cd', strict=True)))
for f in (lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1, 2], [1, 2], [1], strict=True)), lambda: list(zip([1], [1], [1, 2], strict=True)), lambda: zip(5), lambda: zip([], 5), lambda: zip(x=1), lambda: map(), lambda: map(str), lambda: list(map(5, [1])), lambda: map(str, 5), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])), lambda: enumerate(5), lambda: enumerate([], 'a'), lambda: reversed(5), lambda: reversed({1}), lambda: list(map(lambda x: x, [1], [2])), lambda: reversed(iter([]))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('a', start=10 ** 20)), list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(max, [1, 5], [3, 2], [2, 9])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2, 3])), list(map(None.__class__, [])))
print(list(reversed([1, 2])), list(reversed('ab')), list(reversed((1,))), list(reversed(range(3))), list(reversed({'a': 1, 'b': 2})), list(map(int, '123')), dict(enumerate('ab')), list(zip(*[(1, 'a'), (2, 'b')])))
log = []
def v(x): log.append(x); return x
z = zip(map(v, [1, 2, 3]), map(v, 'a')); print(list(z), log)
m = map(v, [7, 8]); print(next(m), log[-1], next(m), next(m, 'end'))
print(any(map(v, [0, 5, 6])), all(map(v, [1, 0, 3])), log[-5:], 3 in map(v, [1, 3, 5]), log[-1])
