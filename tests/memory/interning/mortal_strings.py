# Interned strings die with their last holder, and the table does not count as one.
import sys, gc
gc.collect()
s = ''.join(['fresh', '_', 'name']); t = sys.intern(s)
print(s is t, sys.getrefcount(s))
u = sys.intern('fresh_' + 'name'); print(u is s, sys.getrefcount(s))
del s, t, u
def count():
    before = sys.getallocatedblocks()
    kept = [sys.intern('mortal %d' % i) for i in range(20000)]
    made = sys.getallocatedblocks() - before
    kept.clear()
    return made >= 20000, abs(sys.getallocatedblocks() - before) <= 10
count()
print(count())
a = 'mort' + str(1); print(sys.intern(a) is a)
