# The globals die at exit in this order: names that begin with one underscore, then the others, each in
# the order in which they were bound; each is None while the rest dies. __builtins__ stays.
class D:
    def __init__(self, n): self.n = n
    def __del__(self, print=print):
        names = globals()
        print('del', self.n, *(name + '=' + str(names.get(name, 'gone') if names.get(name) is None or isinstance(names.get(name), str) else 'there') for name in ('_c', 'b', 'a', '_e', '__dunder')))
b = D('b')
_c = D('_c')
__dunder = D('__dunder')
a = D('a')
_e = D('_e')
__x__ = D('__x__')
b2 = b
del b
b = D('b again')
