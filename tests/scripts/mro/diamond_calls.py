log = []
def cls(name, *bases):
    def go(self): log.append(name); s = super(K, self); s.go() if hasattr(s, 'go') else None
    K = type(name, bases, {'go': go, name.lower(): name})
    return K
A = cls('A'); B = cls('B', A); C = cls('C', A); D = cls('D', B, C); E = cls('E', D); F = cls('F', C); G = cls('G', E, F)
for k in (A, B, D, G):
    log.clear(); k().go(); print(''.join(log), [c.__name__ for c in k.__mro__[:-1]])
print(G().a, G().b, G().f, hasattr(A(), 'b'), issubclass(G, F), isinstance(G(), (int, C)))
D.go = lambda self: log.append('new D'); log.clear(); G().go(); print(log)
A.x = 1; C.x = 2; print(G.x, B.x, D.x); B.x = 3; print(G.x); del C.x; print(G.x, F.x); del A.x, B.x; print(hasattr(G, 'x'))
