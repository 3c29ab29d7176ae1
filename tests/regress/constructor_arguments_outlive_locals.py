# Arguments of a constructor died before the locals of its __init__, and before the instance.
import sys
class LocalDie:
    def __init__(s, n): s.n = n
    def __del__(s): print('die', s.n)
class Hold:
    def __init__(self, a, b):
        loc = LocalDie('loc')
        self.a = a
    def __del__(s): print('hold dies')
def f(a, b): loc = LocalDie('loc')
for i in range(2):
    f(LocalDie('a'), LocalDie('b')); print()
    h = Hold(LocalDie('a'), LocalDie('b')); print()
    Hold(LocalDie('a'), b=LocalDie('b'));print()
    Hold(*[LocalDie('a'), LocalDie('b')]);print()
class V:
    def __init__(s, n): s.n = n
    def __del__(s): print('die', s.n)
class A:
    def __init__(self, *a): loc = V('loc')
class B:
    def __init__(self, x, *a, **k): loc = V('loc'); (lambda: x)()
class C:
    def __init__(self, x, y=1, *, z=2): loc = V('loc'); self.f = lambda: x; self.l = [lambda: loc]; del self.l
class D:
    def __init__(self, x, y): x = V('x2'); y = V('y2')
class E:
    def __init__(self, x, y): pass
class F:
    def __init__(self): loc = V('loc'); l2 = V('l2')
for i in range(3):
    A(V(1), V(2), V(3)); print()
    B(V(1), V(2), V(3), k=V(4), l=V(5)); print()
    B(V(1)); print()
    C(V(1), V(2)); print()
    C(V(1), z=V(2)); print()
    E(V(1), V(2)); print()
    E(V(1), y=V(2)); print()
    F(); print()
    try: E(V(1))
    except TypeError: print()
# The same where the frame was asked for, or a handler ran.
class V:
    def __init__(s, n): s.n = n
    def __del__(s): print('die', s.n)
class A:
    def __init__(self, a, *b):
        loc = V('loc')
        try: 1/0
        except ZeroDivisionError: l2 = V('l2')

class B:
    def __init__(self, a, b): loc = V('loc'); sys._getframe()
class C:
    def __init__(self, a, b): loc = V('loc'); raise KeyError
for i in range(3):
    A(V(1), V(2), V(3)); print()
    B(V(1), V(2)); print()
    try: C(V(1), V(2))
    except KeyError: print('ke')
    print()
