print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), ''.replace('a', 'x'), 'abc'.replace('b', ''), 'aXbX'.replace('X', '\u4e2d'), 'a\u4e2d'.replace('\u4e2d', 'b'), 'aaa'.replace('aa', 'b'), 'abc'.replace('z', 'y'), 'abc'.replace('b', 'BB', 0), 'abc'.replace('b', 'x', -1))
t = str.maketrans('abc', 'xyz', 'd')
print('abcd'.translate(t), t)
print(str.maketrans({'a': 'AA', 'b': None, 99: 'C', 100: 101}), 'abcd'.translate(str.maketrans({'a': 'AA', 'b': None, 99: 'C', 100: 101})))
print('abc'.translate({97: 'é', 98: 0x1f600}), 'abc'.translate({}), 'abc'.translate([None] * 99))
class T:
    def __getitem__(self, k):
        if k == 97: raise LookupError
        return chr(k) * 2
print('abc'.translate(T()))
for f in (lambda: str.maketrans('ab', 'c'), lambda: str.maketrans(5), lambda: str.maketrans({'ab': 1}), lambda: 'a'.translate({97: 5.5}), lambda: 'a'.translate({97: 0x110000}), lambda: 'a'.replace('b'), lambda: 'a'.replace(1, 'b'), lambda: 'a'.replace('a', None), lambda: str.maketrans({1.5: 'a'}), lambda: 'a'.translate(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
