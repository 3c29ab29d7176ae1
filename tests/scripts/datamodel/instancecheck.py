class M(type):
    def __instancecheck__(cls, x):
        print('instancecheck')
        return x == 5
    def __subclasscheck__(cls, c):
        print('subclasscheck')
        return c is int
class C(metaclass=M): pass
print(isinstance(5, C), isinstance(6, C), issubclass(int, C), issubclass(str, C))
print(isinstance(C(), C))
print(isinstance(True, int), isinstance(1, (str, (float, (int,)))), isinstance(None, type(None)))
print(isinstance(1, int | str), isinstance('a', int | None), issubclass(bool, int | str))
for a in (5, 'int', [int], (int, 5)):
    try:
        print(isinstance('x', a))
    except TypeError as e:
        print(e)
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), type(Fake()).__name__, isinstance(Fake(), Fake))
class Dup: pass
class K(Dup): pass
print(issubclass(K, (int, Dup)), issubclass(K, object), issubclass(type, object), isinstance(type, type))
