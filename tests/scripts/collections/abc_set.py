# Mixin methods of Set and MutableSet.
import collections.abc as A


class S(A.Set):
    def __init__(self, it): self.d = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return 'S(%r)' % self.d
    __hash__ = A.Set._hash
a, b = S([1, 2, 3]), S([2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a <= b, S([2]) < a, a == S([3, 2, 1]), a.isdisjoint(b), a & {1}, {1, 9} - a, a | [7], [7, 1] - a, hash(a) == hash(frozenset(a.d)), a > b, a >= S([1]), a != b)
class MS(S, A.MutableSet):
    def add(self, x):
        if x not in self.d: self.d.append(x)
    def discard(self, x):
        if x in self.d: self.d.remove(x)
x = MS([1, 2, 3]); x |= {4}; x &= [2, 3, 4]; x ^= {4, 5}; x -= {2}; x.add(8); x.remove(3); print(x, x.pop(), x); x.clear(); print(x)
for f in (lambda: x.pop(), lambda: x.remove(3)):
    try: f()
    except KeyError as e: print(repr(e))
