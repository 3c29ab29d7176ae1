import math
print(getattr(math, 'pi') == math.pi, getattr(math, 'zz', 'none'), hasattr(math, 'sqrt'), [].__class__.__name__, (5).__class__.__mro__, type.__call__(int, '7'), str.__len__('abc'), list.__getitem__([1, 2], 1), dict.get({1: 2}, 1), object.__repr__(5).startswith('<int object'), int.__repr__(5), object.__eq__(1, 2), object.__ne__(1, 1), object.__str__('x'), object.__getattribute__(5, 'real'))
for f in (lambda: str.__len__(5), lambda: list.append((), 1), lambda: int.__add__('a', 1), lambda: object.__setattr__(5, 'x', 1), lambda: type.__setattr__(int, 'x', 1), lambda: object.__getattribute__(5, 'zz'), lambda: object.__delattr__([], 'x'), lambda: type.__getattribute__(int, 'zz'), lambda: dict.__getitem__({}, 1), lambda: (5).__nope__, lambda: object.__init__(5, 6), lambda: object().__init__(1), lambda: [].__init__(1, 2), lambda: type.__repr__(5), lambda: super(int, 5).nope):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
