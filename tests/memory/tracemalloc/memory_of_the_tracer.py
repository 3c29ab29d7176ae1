# What tracing itself takes is counted apart.
import tracemalloc

tracemalloc.start()
before = tracemalloc.get_tracemalloc_memory()
data = [bytearray(1) for _ in range(1_500)]
print(tracemalloc.get_tracemalloc_memory() > before > 0)
snapshot = tracemalloc.take_snapshot()
names = {trace.traceback[0].filename for trace in snapshot.traces}
print(any(["tracemalloc.py" in name for name in names]), __file__ in names)
current = tracemalloc.get_traced_memory()[0]
own = tracemalloc.get_tracemalloc_memory()
tracemalloc.get_tracemalloc_memory()
print(abs(tracemalloc.get_traced_memory()[0] - current) < 2000, own > 5_000)
del data, snapshot, names
tracemalloc.clear_traces()
print(tracemalloc.get_tracemalloc_memory() < own)
tracemalloc.stop()
