# partialmethod: methods with arguments filled in.
from functools import partialmethod
import abc


class Cell:
    def __init__(self): self.alive = False
    def set(self, state, *, why='none'):
        self.alive = state
        return self, state, why
    on = partialmethod(set, True)
    off = partialmethod(set, False, why='x')
    nested = partialmethod(on, why='nested')
    @classmethod
    def cm(cls, a, b): return cls.__name__, a, b
    cm1 = partialmethod(cm, 1)
    @staticmethod
    def sm(a, b): return a, b
    sm1 = partialmethod(sm, 1)
    builtin = partialmethod(print, 'hello', end='!\n')
    def __repr__(self): return 'Cell'


c = Cell()
print(c.on(), c.alive, c.off(why='y'), c.nested(), c.cm1(2), Cell.cm1(3), c.sm1(2), Cell.sm1(4), Cell.on(c))
c.builtin('there')
print(repr(partialmethod(int, 1, 2, base=3)), repr(partialmethod(int)))
for f in (lambda: partialmethod(3), lambda: partialmethod()):
    try: f()
    except TypeError as e: print(e)


class A(abc.ABC):
    @abc.abstractmethod
    def f(self, x): ...
    g = partialmethod(f, 1)


print(A.__abstractmethods__ == {'f', 'g'}, A.g.__isabstractmethod__)
