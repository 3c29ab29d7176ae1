# sys.getsizeof: __sizeof__ of any kind, its errors, and the default.
import sys
def size(x):
    class C:
        def __sizeof__(self): return x
    return C()
class I(int): pass
class Index:
    def __index__(self): return 5
for value in (0, 10, 1000, True, I(7), -1, -2 ** 70, 2 ** 62, 2 ** 63 - 1, 2 ** 63, 2 ** 70, 'x', None, 2.5, Index()):
    x = size(value)
    for args in ((x,), (x, 'default')):
        try: r = sys.getsizeof(*args)
        except Exception as e: print(repr(value)[:25].split(' at ')[0], type(e).__name__, e)
        else: print(repr(value)[:25].split(' at ')[0], r if isinstance(r, str) or r < 0 else 'with head ' + str(type(r).__name__))
class Raises:
    def __sizeof__(self): raise KeyError('size')
class Missing: __sizeof__ = None
class WrongType:
    def __sizeof__(self): raise TypeError('type')
for make in Raises, Missing, WrongType:
    for args in ((), (5,), (None,)):
        try: print(sys.getsizeof(make(), *args))
        except Exception as e: print(type(e).__name__, e)
class S:
    __slots__ = ()
print(sys.getsizeof(default=1, object=S()) == sys.getsizeof(S()), sys.getsizeof(int) > 100, sys.getsizeof(5) == sys.getsizeof(6), sys.getsizeof(5, None) == (5).__sizeof__())
l = []; a = sys.getsizeof(l); l.append(1); b = sys.getsizeof(l); l.extend(range(1000)); c = sys.getsizeof(l); print(a < b < c, sys.getsizeof('a' * 3000) - sys.getsizeof('a' * 2200) == 800, sys.getsizeof('\u0400' * 3000) - sys.getsizeof('\u0400' * 2200) == 1600, sys.getsizeof('\U00010000' * 3000) - sys.getsizeof('\U00010000' * 2200) == 3200)
print(sys.getsizeof(bytes(3000)) - sys.getsizeof(bytes(2200)) == 800, sys.getsizeof((1,) * 3000) - sys.getsizeof((1,) * 2200) == 6400, [].__sizeof__() <= sys.getsizeof([]), sys.getsizeof(2 ** 6000) - sys.getsizeof(2 ** 3000) >= 370)
class Many: pass
m = Many(); e = sys.getsizeof(m); m.a = 1; print(sys.getsizeof(m) >= e, sys.getsizeof(len) > 0, sys.getsizeof(sys) > 0, sys.getsizeof(lambda: 0) > 0, sys.getsizeof(range(5)) > 0, sys.getsizeof(type(m)) > 0)
