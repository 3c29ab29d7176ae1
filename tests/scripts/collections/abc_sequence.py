# Mixin methods of MutableSequence.
import collections.abc as A


class Q(A.MutableSequence):
    def __init__(self, *a): self.d = list(a)
    def __getitem__(self, i): return self.d[i]
    def __setitem__(self, i, v): self.d[i] = v
    def __delitem__(self, i): del self.d[i]
    def __len__(self): return len(self.d)
    def insert(self, i, v): self.d.insert(i, v)
q = Q(1, 2, 3); q.append(4); q.extend([5, 6]); q.reverse(); q += [0]; q.remove(4); print(q.d, list(q), 3 in q, q.index(2), q.count(1), list(reversed(q)), q.pop(), q.pop(0), q.d); q.extend(q); print(q.d); q.clear(); print(q.d, len(q))
try: q.index(5)
except ValueError as e: print(repr(e))
