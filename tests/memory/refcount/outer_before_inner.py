# The finalizer of an object runs before those of what it holds.
class D:
    def __init__(self, name, *held): self.name = name; self.held = held
    def __del__(self): print('del', self.name, [h.name for h in self.held])
x = D('outer', D('inner', D('innermost')), D('second')); x = None
class L(list):
    def __del__(self): print('list of', len(self))
l = L([D('a'), L([D('b')]), D('c')]); del l
class T(tuple):
    def __del__(self): print('tuple of', len(self))
t = T([D('x'), {'k': D('y')}]); del t
class S:
    __slots__ = 'a', 'b'
    def __del__(self): print('slots', self.a.name)
s = S(); s.a, s.b = D('slot a'), D('slot b'); del s
class G:
    def __init__(self): self.child = D('child of subclass')
class H(G):
    def __del__(self): print('H', self.child.name)
H()
print('end')
