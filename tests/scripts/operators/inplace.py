class A:
    def __init__(self, v): self.v = v
    def __add__(self, o): return A(self.v + o)
    def __imul__(self, o): self.v *= o; return self
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return 'sub used'
    def __iand__(self, o): return 'replaced'
    def __repr__(self): return f'A({self.v})'
a = x = A(5)
a += 1; print(a, x, a is x)
a = x; a *= 2; print(a, x, a is x)
a -= 1; print(a)
a = x; a &= 3; print(a)
for code in ('a = A(1); a /= 2', 'a = []; a += 5', 'a = []; a *= "x"', 'a = 5; a += "x"', 'a = (1,); a += [2]', 'a = "s"; a -= 1', 'a = {}; a += {}', 'a = None; a += 1', 'a = {1}; a |= [2]', 'a = 1; a @= 2', 'a = 2; a **= "x"', 'a = 1; a >>= 1.5', 'undefined_aug += 1', 'len += 1 if 0 else "s"'):
    try:
        exec(code, {'A': A})
        print(code, 'ok')
    except Exception as e:
        print(code, type(e).__name__, e)
l = [1]; m = l; l += (2,); l += {3: 0}; l *= 2; print(m, l is m)
s = {1}; t = s; s |= {2}; s -= {1}; s ^= {5}; print(t, s is t)
d = {}; e = d; d |= {1: 2}; print(e)
f = frozenset([1]); g = f; f |= {2}; print(g, f)
class C: items = []
c = C(); c.items += [1]; print(C.items, c.__dict__)
n = [[0] * 2 for _ in range(2)]; n[1][0] += 5; n[0][1] -= 1; print(n)
i = 5; i //= 2; i **= 3; i <<= 2; i %= 7; i |= 8; i ^= 3; i &= 14; i >>= 1; i /= 2; print(i)
b = bytearray(b'a'); h = b; b += b'c'; print(h)
def gen(): yield 1; yield 2
l = []; l += gen(); print(l)
