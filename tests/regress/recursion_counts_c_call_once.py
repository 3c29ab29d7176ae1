# A builtin that was called from C or without a specialised opcode counted twice as recursion.
import sys
sys.setrecursionlimit(100)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
def reach(n):
    try: return depth(n)
    except RecursionError: return None
print(max(n for n in range(80, 100) if reach(n) is not None))
class Callable:
    def __call__(self, n): return 0 if n == 0 else 1 + self(n - 1)
def called(n):
    try: return Callable()(n)
    except RecursionError: return None
print([n for n in range(40, 60) if called(n) is None][0] in (47, 48))
