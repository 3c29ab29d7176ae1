import gc
gc.disable()
class C: pass
def f():
    c = C(); c.me = c
    c.__dict__
gc.collect(); f(); print(gc.collect())
def g():
    c = C(); c.me = c
g(); print(gc.collect())
class S:
    __slots__ = ('me',)
def h():
    s = S(); s.me = s
h(); print(gc.collect())
