print(True, False, repr(True), str(False), int(True), float(False), True + 1, True == 1, True is True)
print(bool(), bool(0), bool(''), bool('False'), bool([]), bool([0]), bool(None), bool(0.0), bool(range(0)), bool({}), bool(object()))
print(True & False, True | 1, True ^ True, ~False, not True, -True, True << 3, True // 1, True ** 2, True / 2, divmod(True, True))
print(type(True & True).__name__, type(True | 0).__name__, type(True + True).__name__, type(-True).__name__, type(not 5).__name__)
print(isinstance(True, int), issubclass(bool, int), bool.__mro__, True.__class__, {True: 'a', 1: 'b', 1.0: 'c'}, [10, 20][True], 'ab' * True)
print(sum([True, False, True]), max(True, 2), sorted([True, False]), True < 2, False < True, f'{True}', f'{True:d}', f'{True:5}|', f'{True!r:>6}', '%d %s' % (True, False), format(True, ''), 'x'.join(['a', 'b'][:True + 1]))
for code in ('class_B = type("B", (bool,), {})', 'bool(1, 2)', 'bool(x=1)', 'True.x', 'len(True)'):
    try:
        exec(code)
    except TypeError as e:
        print(e)
    except AttributeError as e:
        print(e)
print(bool.from_bytes(b'\x01', 'big'), True.real, True.bit_length(), True.to_bytes(1, 'big'), hash(True), True.__and__(1), True.__and__('a'))
