A = type('A', (), {})
B = type('B', (A,), dict(x=1, f=lambda self: self.x))
print(A, B, B().f(), B.__mro__, A.__dict__.get('__module__'))
for args in ((), (1, 2), ('a', 2, {}), ('a', (), 5), (5, (), {}), ('a', (5,), {}), ('a', (int, str), {}), ('a', (bool,), {}), ('a', (A, A), {}), ('a', (A, B), {}), ('a', (type(None),), {}), ('a\0b', (), {}), ('a', (len.__class__,), {}), ('a', (), {1: 2}), ('a', (), {'__slots__': 5}), ('a', (), {'__slots__': ['1x']}), ('a', (), {'__qualname__': 5}), ('a', (lambda: 0,), {})):
    try:
        print(type(*args))
    except Exception as e:
        print(type(e).__name__, e)
class Meta(type):
    def __call__(cls, *a): return ('intercepted', a)
class C(metaclass=Meta): pass
print(C(1, 2), type.__call__(C))
class Single(type):
    _inst = {}
    def __call__(cls, *a):
        if cls not in cls._inst: cls._inst[cls] = super().__call__(*a)
        return cls._inst[cls]
class S(metaclass=Single): pass
print(S() is S(), type(S()).__name__)
print(type.mro(B), type(type(A)), isinstance(type, object), issubclass(type, object), type.__bases__, object.__class__, A.__flags__ > 0, A.__basicsize__ > 0, type(A).__name__, type.__base__)
class Auto(type):
    def mro(cls): return [cls, object]
class P(metaclass=Auto): z = 1
class R(P, metaclass=Auto): pass
print(R.__mro__, hasattr(R, 'z'), issubclass(R, P))
