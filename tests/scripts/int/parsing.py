for s in ('5', ' 5 ', '+5', '-5', '1_000', '٣', '0', '-0', '00012', '\n7\t', '9' * 30):
    print(int(s), end=' ')
print()
for s, b in [('ff', 16), ('0xff', 16), ('0xff', 0), ('0b101', 0), ('0o17', 0), ('0b11', 2), ('zz', 36), ('-0X1F', 16), ('12', 3), ('10', 0), ('0_1', 8), ('1e3', 16), ('z' * 20, 36), (b'15', 10), ('0', 0), ('00', 0)]:
    print(int(s, b), end=' ')
print()
for args in [('',), (' ',), ('a',), ('1.5',), ('1__0',), ('_1',), ('1_',), ('0x1',), ('12', 2), ('08', 0), ('1', 1), ('1', 37), (5, 10), ('- 5',), ('--5',), (b'x',), ('1\x00',), (None,), ([],), ('5', 'a'), ('é',), ('0b', 0), ('x' * 250,)]:
    try:
        print(args, int(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(int(), int(5.99), int(-5.99), int(True), int('5', base=16))
try:
    int(base=5)
except TypeError as e:
    print(e)
try:
    int('9' * 5000)
except ValueError as e:
    print(e)
try:
    str(10 ** 5000)
except ValueError as e:
    print(e)
import sys
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(10000)
print(len(str(10 ** 5000)))
print(len(hex(16 ** 9000)), int('f' * 6000, 16) == 16 ** 6000 - 1)
