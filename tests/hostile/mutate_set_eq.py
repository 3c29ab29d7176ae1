def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

s = set()
n = [0]
class K:
    def __init__(self, f): self.f = f
    def __hash__(self): return 5
    def __eq__(self, o):
        n[0] += 1
        if n[0] < 40: self.f()
        return False
for name, act in (('clear', lambda: s.clear()), ('add', lambda: s.add(n[0])), ('grow', lambda: s.update(range(200))), ('pop', lambda: s.pop() if s else 0)):
    for op, f in (('in', lambda: K(act) in s), ('add', lambda: s.add(K(act))), ('discard', lambda: s.discard(K(act))), ('union', lambda: s | {K(act)}), ('diff', lambda: s - {K(act), 1}), ('inter', lambda: s & {K(act), 1}), ('eq', lambda: s == {K(act), 1, 2}), ('sub', lambda: s <= {K(act), 1, 2, 3}), ('xor', lambda: s ^ {K(act)})):
        s.clear(); n[0] = 1000
        for i in range(3): s.add(K(act))
        n[0] = 0; t(op + ' ' + name, lambda: f() and None)
