def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

class E:
    def __init__(self, f): self.f = f
    def __eq__(self, o): self.f(); return False
l = []
def run(name, f, act):
    l[:] = [E(act) for _ in range(10)]
    t(name, f); print(len(l))
for an, act in (('clear', lambda: l.clear()), ('append', lambda: l.append(1) if len(l) < 100 else None), ('pop', lambda: l.pop() if l else None), ('insert', lambda: l.insert(0, 0) if len(l) < 100 else None), ('del', lambda: l.__delitem__(slice(0, 3)))):
    run('in ' + an, lambda: 1 in l, act); run('index ' + an, lambda: l.index(1), act); run('count ' + an, lambda: l.count(1), act); run('remove ' + an, lambda: l.remove(1), act); run('eq ' + an, lambda: l == [1] * 10, act); run('lt ' + an, lambda: l < [1] * 10, act); run('self ' + an, lambda: l == list(l)[::-1], act)
