class A:
    __secret = 'A secret'
    def __init__(self): self.__x = 1
    def get(self): return self.__x, self.__secret
    def __method(self): return 'private A'
    def call(self): return self.__method()
    __dunder__ = 'not mangled'
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 2
    def both(self): return self.__x, self._A__x
    def __method(self): return 'private B'
b = B()
print(b.get(), b.both(), b.call(), sorted(b.__dict__))
print(A._A__secret, A.__dunder__)
try:
    b.__x
except AttributeError as e:
    print(e)
class _Lead:
    __v = 1
print([k for k in vars(_Lead) if 'v' in k])
class __:
    __w = 1
print([k for k in vars(__) if 'w' in k])
class K:
    def f(self, *, __kw=1): return __kw
    def g(self):
        __local = 5
        return locals()
print(K().f(_K__kw=3), sorted(K().g())[0])
