# update_wrapper and wraps copy names and dict, and leave __wrapped__.
import functools
from functools import update_wrapper, wraps


def deco(f):
    @wraps(f)
    def wrapper(*args, **kw):
        'wrapper doc'
        return f(*args, **kw)
    return wrapper


@deco
def add(a: int, b=2) -> int:
    'adds'
    return a + b


add.extra = 1
print(add(1), add.__name__, add.__qualname__, add.__doc__, add.__module__, add.__annotations__, add.__wrapped__(3, 4))
again = deco(add)
print(again.extra, again.__wrapped__ is add)


class Callable:
    def __call__(self): pass


c = update_wrapper(Callable(), len)
print(c.__name__, c.__doc__[:6], c.__wrapped__ is len)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES, sorted(functools.__all__))
p = functools.partial(print, 'a', sep='-')
p('b')
print(wraps(len).keywords['wrapped'], functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
