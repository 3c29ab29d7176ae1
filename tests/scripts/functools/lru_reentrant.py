# Arguments, functions and destructors that use or clear the cache which is working.
from _functools import _lru_cache_wrapper, reduce, cmp_to_key


def cached(maxsize, typed=False):
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, lambda *info: info)


class Key:
    def __init__(self, value, action=None):
        self.value, self.action = value, action

    def __hash__(self):
        return 7

    def __eq__(self, other):
        action, self.action = self.action, None
        if action:
            action()
        return self.value == other.value


class Result:
    def __init__(self, action):
        self.action = action

    def __del__(self):
        self.action()


for maxsize in (None, 1, 2, 3):
    @cached(maxsize)
    def f(key):
        return key.value if isinstance(key, Key) else key

    actions = [f.cache_clear, lambda: f(5), lambda: f(Key(8)), lambda: [f(i) for i in range(10)], None]
    for action in actions:
        f.cache_clear()
        f(Key(1, action))
        f(Key(2))
        f(Key(1, action))
        f(Key(1))
        print(maxsize, f(Key(2)), f(Key(3, action)), f.cache_info()[2:])

    @cached(maxsize)
    def clears(x):
        clears.cache_clear()
        return x

    print(clears(1), clears(1), clears(2), clears.cache_info())

    @cached(maxsize)
    def same(x):
        return same_inner(x)

    def same_inner(x, depth=[3]):
        depth[0] -= 1
        return same(x) if depth[0] > 0 else 'deep'

    print(same(1), same(1), same.cache_info())

    @cached(maxsize)
    def dying(x):
        return Result(lambda: dying.cache_info() and other(x))

    @cached(maxsize)
    def other(x):
        return x

    for i in range(6):
        dying(i)
    dying.cache_clear()
    print(dying.cache_info(), other.cache_info())


def boom():
    raise ZeroDivisionError('eq')


@cached(3)
def h(key):
    return key.value


h(Key(1, None))
try:
    h(Key(1, boom))
except ZeroDivisionError as error:
    print(error, h.cache_info())
items = [1, 2, 3]
print(reduce(lambda a, b: items.clear() or a + b, items))


def compare(a, b):
    wrapped.clear()
    return a - b


wrapped = [cmp_to_key(compare)(1), cmp_to_key(compare)(2)]
print(wrapped[0] < wrapped[1])
