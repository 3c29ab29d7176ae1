# differs: CPython crashes
# A partial whose function and arguments are replaced while it is printed or called.
import gc
from _functools import partial


def show(*args, **kw):
    return args, kw


class Evil:
    def __init__(self, target):
        self.target = target

    def __repr__(self):
        self.target.__setstate__((show, (), {}, None))
        gc.collect()
        return 'Evil'


p = partial(show)
p.__setstate__((show, (Evil(p), [1], [2]), {'k': [3]}, None))
print(p)
print(p)


def changes(*args, **kw):
    p.__setstate__((show, (), {}, None))
    gc.collect()
    return args, kw


p = partial(changes, [1], [2])
print(p([3]))
p = partial(changes, [1], k=[2])
print(p([3], m=1))
p = partial(show)
p.__setstate__((p, (), {}, None))
try:
    p()
except RecursionError:
    print('RecursionError')
p.__setstate__((p, (1,), {}, None))
try:
    p()
except RecursionError:
    print('RecursionError')
