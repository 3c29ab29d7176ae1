# A weak reference's callback gives a function another __code__ while its bound method is unpacked.
import weakref
class C:
    def m(self): return 'm'
def other(self, a=1, b=2, *r, **k):
    q = z = y = 1
    return a, b, r, k, q, z
def gen(self): yield 1
def run(o):
    def cb(r):
        C.m.__code__ = codes.pop()
    m = o.m
    w = weakref.ref(m, cb)
    l = [m]; del m
    return l.pop()()
orig = C.m.__code__
codes = [orig]*100
for i in range(10): print(run(C()))
codes = [gen.__code__, other.__code__]
for i in range(4):
    codes.append(orig)
    try: print(type(run(C())))
    except TypeError as e: print(e)
    C.m.__code__ = orig
    codes.append(other.__code__)
    try: print(run(C()))
    except TypeError as e: print(e)
    C.m.__code__ = orig
    codes.append(gen.__code__)
    try: print(type(run(C())).__name__)
    except TypeError as e: print(e)
    C.m.__code__ = orig
