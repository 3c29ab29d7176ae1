class D:
    def __init__(self, name): self.name = name
    def __del__(self, print=print): print('del of helper', self.name)
_under = D('_under')
d = D('d')
e = D('e')
