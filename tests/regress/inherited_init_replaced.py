# A subclass kept calling the replaced __init__ of its base; a for loop did not end a list iterator for good.
l = [1]
it = iter(l)
for x in it: pass
l.append(2)
print(list(it))
def g():
    l = [1]
    it = iter(l)
    for k in range(3):
        for x in it: print(x)
        l.append(k)
    a, b = b, a = (1, 2), 3
    return a, b
print(g())
class C:
    def __init__(self): pass
class D(C): pass
def mk(cls): return cls()
for i in range(5): mk(D)
def f(self): print("new init")
C.__init__ = f
mk(D)
D.x = 1
def rd(o): return o.x
for i in range(4): rd(D()), rd(D)
D.x = 5
print(rd(D()), rd(D))
class M(type):
    x = property(lambda c: "meta")
class E(metaclass=M): x = 3
print(rd(E), rd(E()))
def ln(x): return len(x)
print(ln([1]), ln("ab"), ln({1}), ln((1,)))
import builtins
old = len
builtins.len = lambda x: "shadow"
print(ln([1])); builtins.len = old
print(ln([1]))
