# Forms and errors of partial, reduce, cmp_to_key and the cache's type.
import _functools
from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper

CASES = """partial()
partial(1)
partial(int)
partial(int, 1, base=2)
partial(partial(int, 1), base=2)
partial(partial(int, 1, base=3), 2, base=4, x=5)
partial(int).__reduce__()
partial(int, 1, base=2).__reduce__()
partial(int).__setstate__(1)
partial(int).__setstate__((1, 2, 3, 4))
partial(int).__setstate__((int, (1,), {}, None))
partial(int).__setstate__((int, (1,), None))
partial(int).func
partial(int, 1).args
partial(int, a=1).keywords
partial(int).__dict__
setattr(partial(int), 'func', 1)
delattr(partial(int), 'args')
partial(int, '11', base=2)()
partial(int, '11', base=2)(base=8)
partial(int)('5')
partial(print, 1, 2, sep='-')(3, end='!\\n')
partial(print, 1)(2, 3, 4, 5, 6, 7, 8, 9, 10, sep=',')
partial(dict, a=1, b=2)(c=3, a=4)
partial(dict, a=1)([('x', 2)])
partial(int, 5)(6, 7)
partial[int]
partial.__doc__
vars(partial)['func'], vars(partial)['func'].__doc__
partial.__new__(partial)
partial.__new__(partial, int, 1)
reduce()
reduce(1, 2)
reduce(1, [])
reduce(lambda a, b: a + b, [])
reduce(lambda a, b: a + b, [1])
reduce(lambda a, b: a + b, [1, 2, 3])
reduce(lambda a, b: a + b, [1, 2, 3], 10)
reduce(1, [1, 2])
reduce(lambda a, b: a, [1, 2], initial=10)
reduce(lambda a: a, [1, 2, 3])
reduce(1, 2, 3, 4)
reduce(1, [], 3)
reduce(lambda a, b: 1 // b, [1, 0, 2])
cmp_to_key()
cmp_to_key(1, 2)
cmp_to_key(1)(2).obj
cmp_to_key(1).obj
cmp_to_key(lambda a, b: a - b)(2) < 3
cmp_to_key(lambda a, b: a - b)(2) < cmp_to_key(lambda a, b: a - b)(3)
cmp_to_key(lambda a, b: 'x')(2) < cmp_to_key(lambda a, b: a - b)(3)
cmp_to_key(lambda a, b: a - b)(2) == cmp_to_key(lambda a, b: a - b)(2)
cmp_to_key(lambda a, b: a - b) == cmp_to_key(lambda a, b: a - b)
cmp_to_key(lambda a, b: 1 / 0)(1) < cmp_to_key(1)(2)
hash(cmp_to_key(lambda a, b: a - b)(2))
cmp_to_key(1)()
cmp_to_key(1)(1, 2)
cmp_to_key(1)(obj=5).obj
cmp_to_key(1)(x=5)
cmp_to_key(mycmp=len)(1).obj
type(cmp_to_key(1))()
type(cmp_to_key(1))
sorted([3, 1, 2, 5, 4], key=cmp_to_key(lambda a, b: b - a))
_lru_cache_wrapper
_lru_cache_wrapper()
_lru_cache_wrapper(1)
_lru_cache_wrapper(1, 2, 3, 4)
_lru_cache_wrapper(1, 2, 3, 4, 5)
_lru_cache_wrapper(len, 'a', False, int)
_lru_cache_wrapper(len, 10**30, False, int)
_lru_cache_wrapper(len, 5, False, tuple).cache_info()
_lru_cache_wrapper(len, 5, False, lambda *a: a).cache_info()
_lru_cache_wrapper(len, None, False, lambda *a: a).cache_info()
_lru_cache_wrapper(len, -5, False, lambda *a: a).cache_info()
_lru_cache_wrapper(len, 5, False, int).cache_clear()
_lru_cache_wrapper(len, 5, False, int).__reduce__()
_lru_cache_wrapper(len, 5, False, int).__dict__
_lru_cache_wrapper(len, 5, False, int)([])
_lru_cache_wrapper(len, 5, False, int)('abc')
_lru_cache_wrapper(len, 5, False, int)()
_lru_cache_wrapper(len, 5, False, int).__wrapped__
_lru_cache_wrapper.__doc__
_functools.__doc__, reduce.__doc__, cmp_to_key.__doc__
reduce, cmp_to_key"""
for line in CASES.splitlines():
    try:
        print(line, '->', eval(line))
    except Exception as error:
        print(line, '->', type(error).__name__, error)
