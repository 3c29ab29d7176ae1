import gc
saved = []
class R:
    count = 0
    def __del__(self):
        R.count += 1
        saved.append(self)
        print('resurrect', R.count)
r = R(); r.v = 5
print(gc.is_finalized(r)); del r
print(len(saved), saved[0].v, gc.is_finalized(saved[0]))
saved.clear(); print('second death silent', R.count)
class T:
    def __del__(self):
        global keep
        keep = self
t = T(); t.inner = [1, 2]; del t
print(keep.inner); del keep; print('end', 'keep' in globals())
class P:
    def __init__(self): self.me = None
    def __del__(self): self.me = self; print('made a cycle')
gc.disable(); P(); print(gc.collect() > 0, gc.garbage)
