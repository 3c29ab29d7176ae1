import sys
m = sys.maxsize
print(len(range(m)), m + 1 == 2 ** 63)
for f in (lambda: len(range(m + 1)), lambda: range(m + 1)[m], lambda: [1][m], lambda: [1][m + 1], lambda: [1][-m - 1], lambda: [1][-m - 2], lambda: 'a' * (m + 1), lambda: [1, 2, 3][m:], lambda: [1, 2, 3][-m - 5:m + 5], lambda: 'abc'.find('c', m + 1), lambda: [1].insert(m + 1, 2), lambda: [1, 2].pop(-m - 2), lambda: 'a,b'.split(',', m + 1), lambda: 'aa'.replace('a', 'b', m), lambda: bytes(m + 1), lambda: list(range(3))[::m], lambda: list(range(3))[::-m - 1]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
