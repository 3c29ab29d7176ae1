# Every function of operator on operands of several kinds.
import operator

BINARY = ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor',
          'matmul', 'iadd', 'isub', 'imul', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'ilshift', 'irshift',
          'iand', 'ior', 'ixor', 'imatmul', 'lt', 'le', 'eq', 'ne', 'gt', 'ge', 'is_', 'is_not', 'contains',
          'concat', 'iconcat', 'getitem', 'countOf', 'indexOf', 'delitem']
UNARY = ['neg', 'pos', 'abs', 'inv', 'invert', 'truth', 'not_', 'index']
VALUES = [7, -2.5, 'ab', [1, 2], (1, 2), {1: 2}, {1, 3}, None, range(3), b'ab']


def show(name, *args):
    try:
        result = getattr(operator, name)(*args)
    except Exception as error:
        print(name, args, type(error).__name__, error)
    else:
        print(name, args, result)


for name in BINARY:
    for right in (2, [1], 'a', (2,)):
        for left in (7, -2.5, 'ab', [1, 2], (1, 2), {1: 2}, {1, 3}, None, range(3), b'ab'):
            if not isinstance(left, str) or name != 'mod':
                show(name, left, right)
for name in UNARY:
    for value in VALUES:
        show(name, value)
