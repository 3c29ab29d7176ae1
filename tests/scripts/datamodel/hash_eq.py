class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return isinstance(o, P) and self.x == o.x
    def __hash__(self): return hash(self.x)
d = {P(1): 'one'}
print(d[P(1)], P(2) in d, P(1) == P(1), P(1) != P(2), len({P(1), P(1), P(2)}))
class Q:
    def __eq__(self, o): return True
try:
    hash(Q())
except TypeError as e:
    print(e)
print(Q.__hash__, Q() == 5, Q() != 5)
class R(Q):
    __hash__ = object.__hash__
print(isinstance(hash(R()), int))
class S:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v
print(hash(S(1 << 70)), hash(S(-1)), hash(S(True)), hash(S(2**61 - 1)), hash(S(2**61)))
for v in ('x', 1.5, None):
    try:
        hash(S(v))
    except TypeError as e:
        print(e)
print(hash(1) == hash(1.0) == hash(True), hash(0.5), hash(-1), hash(-2), hash(2**61 - 1), hash(10**20))
print(hash(''), hash(b''), hash(()), hash((1, 2)), hash((1, (2, 'a'))) == hash((1, (2, 'a'))))
print(hash('abc'), hash(b'abc'), hash('é'), hash('\U0001f600'), hash(None) == hash(None))
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(range(3)), hash(1j), hash(1.5 + 2j))
print(hash(float('inf')), hash(float('-inf')), hash(1e300), hash(2.0**100) == hash(2**100))
