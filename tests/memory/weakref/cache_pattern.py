import weakref, gc
class Cache:
    def __init__(self): self.d = {}
    def get(self, k, make):
        r = self.d.get(k); o = r and r()
        if o is None:
            o = make(k); self.d[k] = weakref.ref(o, lambda _: self.d.pop(k, None))
        return o
class V:
    made = 0
    def __init__(self, k): self.k = k; V.made += 1
c = Cache(); a = c.get('a', V); print(c.get('a', V) is a, V.made, len(c.d)); del a; print(len(c.d)); x = [c.get(i, V) for i in range(5)]; print(len(c.d)); del x[2:]; print(sorted(c.d)); x.clear(); print(c.d)
class Node:
    def __init__(self, parent=None): self.parent = parent and weakref.ref(parent); self.kids = []
n = Node(); n.kids = [Node(n) for _ in range(3)]; r = weakref.ref(n); k = n.kids[0]; gc.disable(); gc.collect(); del n; print(r(), k.parent(), gc.collect())
