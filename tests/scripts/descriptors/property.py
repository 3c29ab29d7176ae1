class C:
    def __init__(self): self._x = 0
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v):
        print('set', v)
        self._x = v
    @x.deleter
    def x(self): print('deleted')
    @property
    def ro(self): return 'ro'
    wo = property(None, lambda self, v: print('wo', v))
c = C()
c.x = 5
print(c.x, C.x.__doc__, type(C.x).__name__)
del c.x
for action in ('c.ro = 1', 'del c.ro', 'c.wo', 'del c.wo'):
    try:
        exec(action)
    except AttributeError as e:
        print(e)
c.wo = 7
c.__dict__['ro'] = 'shadow'
print(c.ro)
class D(C):
    @property
    def ro(self): return 'D' + super().ro
    @C.x.getter
    def x(self): return 'new getter'
print(D().ro, D().x)
print(C.x.fget(c), C.ro.fset)
class E:
    @property
    def bad(self): return self.missing
try:
    E().bad
except AttributeError as e:
    print(e)
