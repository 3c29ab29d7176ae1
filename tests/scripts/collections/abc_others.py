# Generator, Callable[...], what is awaitable; names that are not there.
import collections
import collections.abc as A


class Gn(A.Generator):
    def send(self, v): return v
    def throw(self, t, v=None, tb=None): super().throw(t, v, tb)
g = Gn(); print(next(g), g.send(3), g.close(), iter(g) is g)
try: g.throw(ValueError)
except ValueError as e: print('VE', repr(e))
print(A.Callable[[int, str], list[int]], A.Callable[..., int], A.Callable[[], None], A.Iterable[int], A.Callable[[int], str].__args__, A.Callable[[int], str] == A.Callable[[int], str])
for f in (lambda: A.Callable[int], lambda: A.Callable[int, str]):
    try: f()
    except TypeError as e: print(e)
class Aw:
    def __await__(self): yield
class AI:
    def __aiter__(self): pass
    def __anext__(self): pass
print(isinstance(Aw(), A.Awaitable), isinstance(AI(), A.AsyncIterable), isinstance(AI(), A.AsyncIterator), isinstance(AI(), A.AsyncGenerator), isinstance(3, A.Coroutine), A.AsyncIterator.__mro__)
try: collections.nope
except AttributeError as e: print(e)
try: import collections.nope
except ImportError as e: print(type(e).__name__)
import collections.abc as cabc; from collections.abc import Sized; print(cabc is A, Sized)
