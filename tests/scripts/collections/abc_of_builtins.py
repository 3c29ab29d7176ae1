# Which built-in types the abstract base classes know.
import collections.abc
from collections import *

A = collections.abc
print(A.Mapping, collections.abc is A, [issubclass(t, A.Sequence) for t in (list, tuple, str, range, bytes, bytearray, deque, set)], [issubclass(t, A.MutableMapping) for t in (dict, OrderedDict, defaultdict, Counter, ChainMap, UserDict)])
for t in (int, str, list, tuple, dict, set, frozenset, range, bytes, bytearray, type(iter([])), type({}.keys()), type({}.items()), type({}.values()), type((i for i in ())), type(len), deque, type(int.__dict__)):
    print(t.__name__, [n for n in A.__all__ if issubclass(t, getattr(A, n))])
