class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        if armed:
            source.clear()
        return self is other
armed = False
source = {}
for i in range(4):
    source[K(i)] = i
target = {K(9): 9, K(10): 1}
armed = True
try:
    target.update(source)
    print("no error", len(target))
except RuntimeError as e:
    print(e)
class G:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        if armed:
            source[len(source)] = 0
        return self is other
armed = False
source = {G(i): i for i in range(4)}
target = {G(9): 9, G(10): 1}
armed = True
try:
    target.update(source)
    print("no error", len(target))
except RuntimeError as e:
    print(e)
armed = False
