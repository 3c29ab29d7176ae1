# sys.intern and the recursion limit: what they take, what they refuse.
import sys
class S(str): pass
for bad in (lambda: sys.intern(), lambda: sys.intern(5), lambda: sys.intern(None), lambda: sys.intern(b'x'), lambda: sys.intern(S('x')), lambda: sys.intern('a', 'b'), lambda: sys.intern(string='a'),
            lambda: sys.setrecursionlimit(), lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit(-5), lambda: sys.setrecursionlimit('a'), lambda: sys.setrecursionlimit(5.0), lambda: sys.setrecursionlimit(None), lambda: sys.setrecursionlimit(2 ** 31), lambda: sys.setrecursionlimit(2 ** 70), lambda: sys.setrecursionlimit(limit=5), lambda: sys.getrecursionlimit(1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(sys.intern('') is '', sys.intern('a b') is sys.intern('a ' + 'b'.lower()), sys.getrecursionlimit())
try: sys.setrecursionlimit(1)
except RecursionError as e: print(e)
def f(): sys.setrecursionlimit(2)
try: f()
except RecursionError as e: print(e)
def depth(n): return n if n == 0 else depth(n - 1)
sys.setrecursionlimit(200); print(sys.getrecursionlimit(), depth(150))
try: depth(250)
except RecursionError as e: print(e)
sys.setrecursionlimit(3000); print(depth(2900))
sys.setrecursionlimit(True + 999); print(sys.getrecursionlimit())
class Index:
    def __index__(self): return 1500
sys.setrecursionlimit(Index()); print(sys.getrecursionlimit())
print(type(sys.getallocatedblocks()).__name__, sys.getallocatedblocks() > 100, sys.getrefcount(object()), sys.getrefcount([]))
