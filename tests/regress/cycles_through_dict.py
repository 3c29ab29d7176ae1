# One collection left cycles through an instance's __dict__ behind where the dict came first in memory.
import gc


class C:
    pass


def make(n):
    for _ in range(n):
        o = C()
        o.me, o.names = o, o.__dict__


gc.disable()
gc.collect()
for n in (100, 10000, 10000):
    make(n)
    print(gc.collect(), gc.collect())
    rest = [C() for _ in range(n)]
    dicts = [vars(o) for o in rest]
    for o, d in zip(rest, dicts):
        o.d, o.o = d, o
    del rest[::2], dicts[::3], o, d
    gc.collect()
    del rest, dicts
    gc.collect()
    print(gc.collect())
