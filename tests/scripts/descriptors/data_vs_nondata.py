class Data:
    def __get__(self, obj, owner=None):
        print('data get', obj is None, owner.__name__)
        return 'data'
    def __set__(self, obj, value): print('data set', value)
    def __delete__(self, obj): print('data delete')
class NonData:
    def __get__(self, obj, owner=None): return 'nondata'
class OnlySet:
    def __set__(self, obj, value): obj.__dict__['os'] = value * 2
class C:
    d = Data()
    n = NonData()
    os = OnlySet()
c = C()
c.__dict__.update(d='inst d', n='inst n')
print(c.d, c.n, C.d, C.n)
c.d = 1
del c.d
c.os = 5
print(c.os, type(C.os).__name__)
del c.n
print(c.n)
try:
    del c.os
except AttributeError as e:
    print(e)
class Meta(type):
    md = Data()
    mn = NonData()
class K(metaclass=Meta):
    md = 'class md'
    mn = 'class mn'
print(K.md, K.mn)
C.d = 'replaced'
print(c.d)
