# not in: asan malloc
# Arenas whose pools are all empty go back to the system, but for one. (What survivors do to an
# arena: pinned_arena.py.)
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
fill(); print(resident() - start > 14000000)
empty(0); print(resident() - start < 3000000)
fill(); empty(5000); print(number - places.count(None))
empty(0); print(resident() - start < 3000000)
