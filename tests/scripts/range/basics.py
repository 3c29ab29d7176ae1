for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -2), range(0), range(5, 2), range(-3, 3), range(10 ** 20, 10 ** 20 + 3)):
    print(r, list(r), len(r), r[0] if r else None, r[-1] if r else None, list(reversed(r)), 4 in r, r.start, r.stop, r.step, bool(r))
r = range(0, 20, 2)
print(r[2:5], r[::-1], r[-3:], r[::3], r[5:2], r.index(6), r.count(6), r.count(5), 6.0 in r, 'a' in r, 5 in r, r == range(0, 19, 2), range(0) == range(2, 1), hash(range(0)) == hash(range(5, 5)), r != range(3))
for code in ('range()', 'range(1, 2, 3, 4)', 'range(1.0)', 'range("a")', 'range(1, 2, 0)', 'r[99]', 'r["a"]', 'r.index(5)', 'r.start = 1', 'r[0] = 1', 'len(range(10**30))', 'range(10**30)[10**29]', 'r + r', 'r < r', 'range(a=1)', 'range(10**30)[-1]', '10**29 in range(10**30)', 'r.x', 'range(None)', 'class_ = type("R", (range,), {})'):
    try:
        print(code, eval(code) if ' = ' not in code else exec(code))
    except Exception as e:
        print(code, type(e).__name__, e)
it = iter(range(3)); print(next(it), list(it), next(it, 'end'), type(it).__name__, iter(range(5)).__length_hint__(), type(iter(range(10 ** 30))).__name__)
print(sum(range(101)), max(range(5)), sorted(range(3), reverse=True), tuple(range(3)), [*range(2)], list(zip(range(2), range(5, 9))), list(range(True)), range(5)[slice(1, 3)], {range(2): 1}[range(0, 2)])
n = 0
for i in range(5):
    i += 100
    n += i
print(n, i)
