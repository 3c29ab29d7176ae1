# differs: a high recursion limit must still end in a clean error
import sys
sys.setrecursionlimit(10 ** 9 if hasattr(sys, 'setrecursionlimit') else 1)
def f(n): return f(n + 1)
class C:
    def __repr__(self): return repr([self])
    def __eq__(self, o): return [self] == [C()]
    def __getattr__(self, n): return getattr(self, n + 'x')
for g in (lambda: f(0), lambda: repr(C()), lambda: C() == C(), lambda: C().x, lambda: sorted([C(), C()], key=lambda c: repr(c))):
    try: g()
    except (RecursionError, MemoryError): pass
print('alive')
