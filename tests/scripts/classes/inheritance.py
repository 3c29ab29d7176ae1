class A:
    v = 'A'
    def who(self): return 'A.who'
    def hook(self): return self.who() + '!'
class B(A):
    def who(self): return 'B.who>' + super().who()
class C(A):
    v = 'C'
    def who(self): return 'C.who>' + super().who()
class D(B, C):
    def who(self): return 'D.who>' + super().who()
print(D().who(), D().hook(), D.v)
print([c.__name__ for c in D.__mro__])
print(issubclass(D, A), issubclass(B, C), isinstance(D(), (int, C)))
print(A.__subclasses__(), B.__subclasses__())
print(B.__base__, D.__base__, D.__bases__)
class I(int):
    def __add__(self, o): return I(int.__add__(self, o) + 100)
print(I(1) + 2, type(I(1) + 2).__name__, 2 + I(1), I(5) * 2)
class L(list):
    def total(self): return sum(self)
l = L([1, 2, 3])
l.append(4)
l.name = 'attr'
print(l, l.total(), l.name, l == [1, 2, 3, 4], type(l[1:]))
class S(str):
    def shout(self): return self.upper() + '!'
print(S('hi').shout(), type(S('a') + 'b'), {S('k'): 1}['k'])
