# Calls of slot wrappers counted twice towards the recursion limit.
import sys
def mx(f):
    lo, hi, m = 1, 3000, None
    while lo < hi:
        mid = (lo + hi + 1) // 2
        try: f(mid); lo = mid
        except RecursionError as e: hi = mid - 1; m = str(e)
    return lo, m
class A:
    def __call__(s, n): return s(n - 1) if n else 0
print('A', mx(A()))
class B:
    def __call__(s, n): return s.__call__(n - 1) if n else 0
print('B', mx(B()))
class B2(B):
    def __call__(s, n): return super().__call__(n)
print('B2', mx(B2()))
class C:
    def __init__(s, n): n and C.__call__(n - 1)
print('C', mx(C))
def call(n): return type.__call__(C2, n)
class C2:
    def __init__(s, n): n and call(n - 1)
print('C2', mx(C2))
class M(type):
    def __call__(c, n): return type.__call__(c, n)
class D(metaclass=M):
    def __init__(s, n): n and D(n - 1)
print('D', mx(D))
class M2(type):
    def __call__(c, n): return super().__call__(n)
class D2(metaclass=M2):
    def __init__(s, n): n and D2(n - 1)
print('D2', mx(D2))
class E:
    def __init__(s, n): n and E.__new__(E).__init__(n - 1)
print('E', mx(E))
class F:
    def __init__(s, n): super().__init__(); n and s.__init__(n - 1)
print('F', mx(F))
