class D:
    def __del__(self): print('del', self.__class__.__name__)
class E(D):
    def __del__(self):
        print('E first')
        super().__del__()
E()
class F(D): __del__ = lambda self: print('lambda del')
F()
d = D(); d.__del__ = lambda: print('instance del ignored'); del d
class G: pass
G.__del__ = lambda self: print('added later')
g = G(); del g
del G.__del__; g = G(); del g; print('removed')
d = D(); d.__class__ = F; del d
class H:
    def __init__(self): raise ValueError('init fails')
    def __del__(self): print('del after failed init')
try: H()
except ValueError as e: print(e)
class I:
    def __new__(cls):
        self = object.__new__(cls)
        raise KeyError('new fails')
    def __del__(self): print('del after failed new')
try: I()
except KeyError as e: pass
print('after new')
d = D(); d.__del__(); print('explicit'); del d
class J(list):
    def __del__(self): print('list subclass', len(self))
J([1, 2])
class K:
    def __del__(self): return 5
K(); print('end')
