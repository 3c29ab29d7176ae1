class E(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.b = b
def deep(n):
    if n == 0:
        raise E('bottom', n)
    try:
        deep(n - 1)
    finally:
        trail.append(n)
trail = []
try:
    deep(10)
except E as e:
    count, tb = 0, e.__traceback__
    while tb:
        count, tb = count + 1, tb.tb_next
    print(repr(e), e.args, e.b, count > 8, trail)
for bad in (lambda: [][1], lambda: {}['k'], lambda: 1 / 0, lambda: int('x'), lambda: 'a' + 1, lambda: None.q,
            lambda: nope, lambda: open('no such file'), lambda: b'\xff'.decode(), lambda: next(iter(()))):
    try:
        bad()
    except (ArithmeticError, LookupError, ValueError, TypeError, AttributeError, NameError, OSError, StopIteration) as e:
        print(type(e).__name__, e)
try:
    try:
        raise KeyError('first')
    except KeyError as first:
        raise ValueError('second') from first
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    e.add_note('note')
    print(e.__notes__)
def returns():
    try:
        return 'try'
    finally:
        print('finally')
def swallow():
    for i in range(5):
        try:
            if i == 3: raise LookupError(i)
        except (KeyError, LookupError) as e:
            return repr(e)
        else:
            continue
print(returns(), swallow(), [type(E(i, 0)).__name__ for i in range(3)], OSError(2, 'x', 'f'), SystemExit(3).code)
assert True
try:
    assert 1 == 2, 'message %d' % 5
except AssertionError as e:
    print(e, e.with_traceback(None) is e)
