# A module of the script's own comes before one of the library, unless CPython has that in its binary.
import sys

sys.path.insert(0, sys.path[0] + "/_own")
import string
import heapq
import math
import io

print(string.__file__.rsplit("/", 2)[1:], hasattr(heapq, "heappush"), math.floor(2.5), io.StringIO("x").read())
del sys.modules["heapq"], sys.path[0]
import heapq

print(heapq.nsmallest(1, [2, 1]))
