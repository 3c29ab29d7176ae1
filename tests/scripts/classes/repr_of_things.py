class A:
    def m(self): pass
    @classmethod
    def c(cls): pass
def strip(text):
    import sys
    i = text.find(' at 0x')
    return text if i < 0 else text[:i] + ' at ...' + text[i:].lstrip(' at0x123456789bcdef')
print(strip(repr(A())), repr(A), strip(repr(A.m)), strip(repr(A().m)))
print(A.c, len, [].append.__name__, strip(repr([].append)))
print(int, type, type(None), type(len), type(A.m), type(A().m))
print(strip(repr(lambda: 0)), strip(repr(i for i in [])), strip(repr(object())))
def outer():
    def inner(): pass
    class L: pass
    return inner, L
print([strip(repr(x)) for x in outer()])
print(repr(str.join), repr(int.__add__), strip(repr((5).__add__)))
print(repr(A.__dict__['c']).split(' ')[0], type(type.__dict__['__mro__']))
print(NotImplemented, Ellipsis, type(Ellipsis), type(NotImplemented))
print(strip(repr(super(A, A()))))
import sys, math
print(sys, math)
