import weakref
class C:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __hash__(self): return hash(self.n)
a, b, c = C(1), C(1), C(2)
ra, rb, rc = weakref.ref(a), weakref.ref(b), weakref.ref(c)
print(ra == rb, ra != rc, hash(ra) == hash(a), {ra: 'x'}[rb], ra == 5, len({ra, rb, rc}))
h = hash(ra); del a; print(hash(ra) == h, ra == rb, ra == ra, ra != rb)
del c
try: hash(rc)
except TypeError as e: print(e)
else: print('hashed before')
x = C(5); r = weakref.ref(x); del x
try: hash(r)
except TypeError as e: print(e)
try: ra < rb
except TypeError as e: print(e)
class U:
    __hash__ = None
u = U()
try: hash(weakref.ref(u))
except TypeError as e: print(e)
class R(weakref.ref):
    def __init__(self, o, cb=None, tag=''): super().__init__(o, cb); self.tag = tag
    def __new__(cls, o, cb=None, tag=''): return super().__new__(cls, o, cb)
o = C(9); s = R(o, None, 'tagged'); print(s.tag, s() is o, s is weakref.ref(o), isinstance(s, weakref.ref), weakref.getweakrefcount(o))
