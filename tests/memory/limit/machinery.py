# differs: the limit is an option of our own
# options: --memory-limit 16M
# timeout: 60
import gc, tracemalloc, weakref
from _survive import survive

class O:
    def __init__(self, i): self.i = i
dead = []
survive('weak references', lambda i, s: (s.append(O(i)), s.append(weakref.ref(s[-1]))), lambda s, n: all(s[2 * i + 1]().i == i for i in range(n)))
survive('weak callbacks', lambda i, s: (s.append(O(i)), s.append(weakref.ref(s[-1], dead.append))), lambda s, n: len(s) >= 2 * n)
def weak_dict(i, s):
    if not s: s.append(weakref.WeakValueDictionary())
    s.append(O(i))
    s[0][i] = s[-1]
survive('weak dict', weak_dict, lambda s, n: all(s[0][i].i == i for i in range(n)))
dead.clear()
class F:
    def __init__(self): self.room = bytes(1000)
    def __del__(self):
        global count
        count += 1
count = 0
survive('finalizers', lambda i, s: s.append(F()), lambda s, n: len(s) in (n, n + 1))
print('finalized', count > 3000)
def cycles(i, s):
    x = [i]
    x.append(x)
    s.append(x)
survive('cycles', cycles, lambda s, n: all(x[1] is x for x in s))
def garbage(i, s):
    x = [bytes(100000)]
    x.append(x)
    if i == 3000: bytes(1 << 30)
gc.disable()
survive('garbage is freed before a request fails', garbage, lambda s, n: n == 3000)
gc.enable()
survive('gc.collect', lambda i, s: (s.append([[] for j in range(10000)]), gc.collect()), lambda s, n: all(len(x) == 10000 for x in s))
survive('gc.get_objects', lambda i, s: s.append(gc.get_objects()), lambda s, n: len(s) == n)
def referrers(i, s):
    s.append([s, bytes(3000)])
    if i % 100 == 0: gc.get_referrers(s)
survive('gc.get_referrers', referrers, lambda s, n: all(x[0] is s for x in s))
tracemalloc.start(5)
survive('tracemalloc', lambda i, s: s.append([i] * 100), lambda s, n: tracemalloc.get_object_traceback(s[-1]) is not None)
survive('snapshots', lambda i, s: (s.append(bytes(100000)), i % 50 or tracemalloc.take_snapshot()), lambda s, n: len(s) in (n, n + 1))
tracemalloc.stop()
for i in range(3):
    survive('again', lambda i, s: s.append([i]), lambda s, n: len(s) == n)
