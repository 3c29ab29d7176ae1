for a in (True, False):
    print([(a and b, a or b, a ^ b, a & b, a | b, not a, a == b, a <= b) for b in (True, False)])
def xor(a, b): return bool(a) != bool(b)
print(xor('', 1), xor([], 0), all([True, 1, 'a']), any([0, None, '']), sum(map(bool, [0, 1, 'x', []])))
print([x for x in (0, 1, '', 'a', None, [], [0], 0.0, 0j, 1j, b'', b'\0', range(0), range(1), (), ((),)) if x])
print(True + True == 2, True * 'ab', [False] * True, 'yn'[False], {True: 1}[1], min(True, 0), max(False, 0), -True, +False, abs(True))
if (x := 0) or (y := 'set'): print(x, y)
print(not not 'a', not (1 and 0), (not 1) + 1, bool(not None), type(not 0).__name__, True is (1 < 2), False is (1 > 2))
