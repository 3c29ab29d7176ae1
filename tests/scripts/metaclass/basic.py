class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        ns['added'] = 'by meta'
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args, **kw):
        print('call', cls.__name__, args)
        return super().__call__(*args, **kw)
    def method(cls): return 'meta method of ' + cls.__name__
    @property
    def prop(cls): return 'meta prop'
    def __repr__(cls): return '<<' + cls.__name__ + '>>'
    def __len__(cls): return 42
    def __getitem__(cls, k): return (cls.__name__, k)
    def __iter__(cls): return iter('iter')
    def __contains__(cls, x): return x == 'in'
    def __add__(cls, o): return 'added'
    def __getattr__(cls, n): return 'meta getattr ' + n
class A(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, v): self.v = v
class B(A): y = 2
print(A, type(A), A.added, B.method(), A.prop, len(A), A[5], list(A), 'in' in A, A + 1, A.unknown, B(3).v, isinstance(B, Meta))
try:
    B(1).method
except AttributeError as e:
    print(e)
print([B, A], f'{A}', str(B), type(B(1)), A == A, hash(A) == hash(A), {A: 1}[A])
