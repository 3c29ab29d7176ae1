class A:
    def __new__(cls, *args, **kw):
        print('new', cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, *args, **kw):
        print('init', args, kw)
a = A(1, k=2)
class B:
    def __new__(cls): return 'not an instance'
    def __init__(self): print('never')
print(B())
class C(A):
    def __new__(cls): return A(5)
    def __init__(self): print('never')
print(type(C()).__name__)
class Single:
    inst = None
    def __new__(cls):
        if cls.inst is None:
            cls.inst = object.__new__(cls)
        return cls.inst
print(Single() is Single())
class D:
    def __init__(self): return 5
try:
    D()
except TypeError as e:
    print(e)
class P(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def a(self): return self[0]
print(P(1, 2), P(1, 2).a, P(1, 2) == (1, 2))
try:
    object.__new__(5)
except TypeError as e:
    print(e)
try:
    object.__new__(int)
except TypeError as e:
    print(e)
try:
    int.__new__(str)
except TypeError as e:
    print(e)
