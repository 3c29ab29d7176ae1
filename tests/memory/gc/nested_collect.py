import gc
gc.disable(); gc.collect()
class D:
    def __init__(self): self.me = self
    def __del__(self): print('nested', gc.collect())
D(); print(gc.collect() > 0); print('after')
class N:
    def __init__(self): self.me = self
    def __del__(self):
        x = []; x.append(x); del x
        print('made garbage')
N(); gc.collect(); print(gc.collect())
class E:
    def __del__(self): print('plain', gc.collect() >= 0)
E()
