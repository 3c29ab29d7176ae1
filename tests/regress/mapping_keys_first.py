# dict(mapping), {**mapping} and f(**mapping) took a value behind each key; CPython takes all keys first.
log = []
class K:
    def __init__(self, k): self.k = k
    def __iter__(self):
        log.append("iter"); 
        for x in self.k: log.append(("next", x)); yield x
class M:
    def __init__(self, keys): self.k = keys
    def keys(self): log.append("keys"); return self.k
    def __getitem__(self, key): log.append(("get", key)); return key * 2
def kw(**k): return k
class NoIter: pass
class BadIter:
    def __iter__(self): return 5
class Raises:
    def __iter__(self): raise ZeroDivisionError("x")
class TE:
    def __iter__(self): raise TypeError("own")
for keys in (K("ab"), ["a", "b"], iter("ab"), {"a": 1}, 5, NoIter(), BadIter(), Raises(), TE(), K([[]])):
    for f in (lambda m: dict(m), lambda m: {**m}, lambda m: kw(**m), lambda m: {"z": 1}.update(m), lambda m: {} | m, lambda m: kw(a=1, **m), lambda m: dict(m, a=3), lambda m: dict.__ior__({}, m)):
        try: print(f(M(keys)))
        except Exception as e: print(type(e).__name__, e)
        print(log); log.clear()
        if hasattr(keys, "__next__"): keys = iter("ab")


class Moving:
    """Each key that is asked for moves to the end: the keys would never end."""

    def __init__(self):
        self.order = list("abc")

    def keys(self):
        return (key for key in self.order)

    def __getitem__(self, key):
        self.order.append(key)
        return len(self.order)


print(dict(Moving()), {**Moving()})
