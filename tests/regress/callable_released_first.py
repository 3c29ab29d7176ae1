# A callable temporary was released after the arguments of its call.
class C:
    def __init__(self, n): self.n = n
    def __call__(self, *args, **kwargs): print('called', end=' ')
    def __del__(self): print('~', self.n, end=' ')
def run(source):
    print(source, end=': ')
    try:
        exec(source, {'C': C})
        print('ok')
    except Exception as e:
        print(type(e).__name__)
for source in ('C(1)(C(2), C(3))', 'C(1)(C(2), k=C(3))', 'C(1)(*[C(2), C(3)])', 'C(1)(C(0), *[C(2)], k=C(3))',
               'max(C(1), C(2), key=5)', 'sorted([C(1)], 5, key=C(2))', '(lambda a: 0)(C(1), b=C(2))'):
    run(source)
