class C:
    x = 1
    def __init__(self): self.y = 2
c = C()
print(getattr(c, 'x'), getattr(c, 'z', 'd'), hasattr(c, 'y'), hasattr(c, 'z'), setattr(c, 'n', 5), c.n, delattr(c, 'n'), hasattr(c, 'n'))
class P:
    @property
    def bad(self): raise ValueError('not attribute error')
    @property
    def absent(self): raise AttributeError('inner')
for f in (lambda: hasattr(P(), 'bad'), lambda: hasattr(P(), 'absent'), lambda: getattr(P(), 'absent', 'dflt'), lambda: getattr(P(), 'bad', 'dflt'), lambda: getattr(c, 5), lambda: getattr(c), lambda: setattr(c, 'a'), lambda: setattr(5, 'a', 1), lambda: delattr(c, 'zz'), lambda: hasattr(c, 5), lambda: getattr(c, 'q'), lambda: getattr(len, 'q'), lambda: getattr(C, 'q'), lambda: setattr(int, 'a', 1), lambda: delattr(c, 'x'), lambda: setattr(c, '__class__', 5), lambda: getattr(None, 'x'), lambda: getattr(print, '__name__'), lambda: setattr(print, 'x', 1), lambda: setattr([], 'x', 1), lambda: setattr((lambda: 0), 'x', 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(type(5), type('a'), type(c), type(C), type(type), type(None), type(...), type([]), type(len), type(C.__init__), type(c.__init__), type(lambda: 0), type({}.keys()), type(iter([])))
D = type('D', (C,), {'z': 3, 'm': lambda self: self.z})
print(D().m(), D.__name__, D.__bases__, isinstance(D(), C), D().x, D.__module__, D)
print(id(c) == id(c), id(c) != id(C()), isinstance(id(c), int), globals()['c'] is c, 'c' in locals(), vars() is globals(), __name__, repr(__builtins__)[:8])
