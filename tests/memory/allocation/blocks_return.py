import sys, gc
gc.collect()
def churn():
    a = [object() for _ in range(1000)]; b = {i: str(i) for i in range(1000)}; c = [(i, [i]) for i in range(1000)]; d = {str(i) for i in range(500)}
    def g(): yield from c
    list(g()); sorted(b, key=lambda x: -x); ''.join(b.values())
    class K: pass
    ks = [K() for _ in range(100)]
    for k in ks: k.a = 1; k.b = [k]
churn(); gc.collect()
before = sys.getallocatedblocks()
for _ in range(5): churn()
gc.collect(); after = sys.getallocatedblocks()
print(abs(after - before) < 200)
x = [object() for _ in range(5000)]; print(sys.getallocatedblocks() - after >= 4900); del x; print(abs(sys.getallocatedblocks() - after) < 200)
