# not in: asan malloc stress
# differs: one survivor keeps its arena here, too, but the pages of the pools that are empty in it go back
# to the system; CPython keeps all 16 MB for these 200 objects
import gc
def resident():
    with open('/proc/self/statm') as file: return int(file.read().split()[1]) * 4096
gc.disable()
number = 1000000
places = [None] * number
def fill():
    for i in range(number): places[i] = object()
def empty(step):
    for i in range(number):
        if step == 0 or i % step: places[i] = None
fill(); empty(0)
start = resident()
fill(); full = len({id(x) >> 20 for x in places}); gc.collect()
empty(5000)
pinned = {id(x) >> 20 for x in places if x is not None}
print(number - places.count(None), len(pinned) == full, 0 < resident() - start < 8000000)
fill(); print({id(x) >> 20 for x in places} >= pinned, resident() - start > 13000000)
empty(0); print(resident() - start < 3000000)
