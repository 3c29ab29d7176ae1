# not in: asan malloc
# differs: there are no free lists; a block that was freed is simply the next one that its pool hands
# out, for every type and without a limit, and the heads of lists and dicts are counted and traced
import sys, gc, tracemalloc
x = float('2.5'); place = id(x); del x; x = float('3.5'); print(id(x) == place)
l = [1]; place = id(l); del l; l = [2]; print(id(l) == place)
d = {1: 2}; place = id(d); del d; d = {3: 4}; print(id(d) == place)
t = tuple([1, 2, 3]); place = id(t); del t; t = tuple([4, 5, 6]); print(id(t) == place)
for make, limit in ((lambda: float('1.5'), 100), (list, 80), (dict, 80), (lambda: tuple([1, 2]), 2000)):
    before = sys.getallocatedblocks()
    kept = [make() for _ in range(3 * limit)]
    made = sys.getallocatedblocks() - before
    del kept
    print(made >= 3 * limit, made - (sys.getallocatedblocks() - before) >= 3 * limit - 10)
gc.disable(); gc.collect()
start = gc.get_count()[0]
kept = [[] for _ in range(50)]
high = gc.get_count()[0]; kept.clear(); low = gc.get_count()[0]
print(high - start >= 50, high - low >= 50)
tracemalloc.start()
l = []; print(tracemalloc.get_object_traceback(l) is not None); del l
d = {}; print(tracemalloc.get_object_traceback(d) is not None); del d
tracemalloc.stop()
