# not in: asan malloc
# The place of a temporary is free again when the next one is made.
class D: pass
print(id(D()) == id(D()), id(object()) == id(object()), id([]) == id([]))
a = D(); print(id(a) == id(D())); place = id(a); del a; b = D(); print(id(b) == place)
print(len({id(D()) for _ in range(100)}), len({id(x) for x in [D() for _ in range(100)]}))
