print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), pow(2, 3), pow(2, 3, 5), round(2.5), round(3.14159, 2), round(1234, -2), sum([1, 2, 3]), sum([], 5), sum([[1], [2]], []), sum((0.1, 0.2), 1), sum([1], start=10))
print(min(3, 1, 2), max([3, 1, 2]), min('b', 'a'), max([], default='d'), min([1, -2], key=abs), max('ab', 'abc', key=len), min([[2], [1]]), max((1, 2), (1, 3)), max(1, 1.0), max(1.0, 1), min(0, False), min([0.0, -0.0]))
print(bin(5), oct(8), hex(255), int('ff', 16), float('1.5'), complex(1, 2), bool([]), chr(65), ord('A'), hash(5), hash('') == 0, hash(1.0), id(5) == id(5))
print(all([]), any([]), all([1, 0]), any([0, 1]), all('ab'), any(''), callable(len), callable(5), len('abc'), len({}), len(range(10)))
for f in (lambda: sum('ab', ''), lambda: sum([b'a'], b''), lambda: sum([1, 'a']), lambda: sum(5), lambda: min(), lambda: min([]), lambda: max(5), lambda: max(1, 2, default=3), lambda: max([1], key=5), lambda: max([1, 2], key=5), lambda: abs('a'), lambda: divmod(1, 0), lambda: round('a'), lambda: bin(1.5), lambda: hex('a'), lambda: chr('a'), lambda: chr(-1), lambda: ord(''), lambda: ord(b'ab'), lambda: len(5), lambda: hash([]), lambda: pow(), lambda: callable(), lambda: all(5), lambda: any(1, 2), lambda: round(), lambda: sum([[1]]), lambda: max(1, None), lambda: max(x=1), lambda: min([1], bad=1), lambda: sum()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(ord(b'a'), sum([True, True]), sum([2 ** 63, 2 ** 63, -1]), sum([1, 2.5, 10 ** 20]), sum(range(1000)), sum([0.1] * 10), sum({1: 2}))
