class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = D('global a')
b = D('global b')
cyc = D('cyclic'); cyc.me = cyc
print('end of script')
