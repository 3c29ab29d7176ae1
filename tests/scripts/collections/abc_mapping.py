# Mixin methods of MutableMapping, and its views.
import collections.abc as A


class MM(A.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return 'MM(%r)' % self.d
mm = MM(); mm.update({'a': 1}, b=2); mm.update([('c', 3)]); print(mm.setdefault('z', 5), mm.pop('a'), mm.pop('nope', 1), mm.popitem(), mm.get('q'), list(mm.items()), mm.keys(), mm.values(), mm.items(), mm == {'c': 3, 'z': 5}, mm.keys() & {'c'}, ('c', 3) in mm.items(), 3 in mm.values(), len(mm.keys()), mm.keys() | {'k'} == {'k', 'c', 'z'})
try: reversed(mm)
except TypeError as e: print(e)
try: A.Mapping()
except TypeError as e: print(e)
