# Operands of a failed operator, subscript or call were released from right to left.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('~', self.n, end=' ')
def run(source):
    print(source, end=': ')
    try:
        exec(source, {'D': D})
        print('ok')
    except Exception as e:
        print(type(e).__name__)
for source in ('D(1) + D(2)', 'D(1) < D(2)', 'D(1) in D(2)', 'D(1)[D(2)]', 'D(1) @ D(2)', '[D(0), D(1) * D(2)]',
               'D(1)[D(2)] = D(3)', 'del D(1)[D(2)]', 'del D(1).q', 'D(1)(D(2))', '[].append(D(1), D(2))',
               'isinstance(D(1), D(2))', 'getattr(D(1), D(2))', '(lambda: 0)(D(1), D(2))', 'D(1) < D(2) < D(3)',
               'if D(1) < D(2): pass', 'if D(1) in D(2): pass', 'x = D(1); x += D(2)', 'D(1) is D(2)',
               'D(1) is not D(2)'):
    run(source)
