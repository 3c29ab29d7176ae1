import tracemalloc as t
print(t.is_tracing(), t.get_traced_memory(), t.get_traceback_limit(), t.get_object_traceback([]))
try: t.take_snapshot()
except RuntimeError as e: print(e)
for n in (0, -1, 65536, 'a'):
    try: t.start(n)
    except Exception as e: print(type(e).__name__, e)
old = bytearray(10)
t.start(5); print(t.is_tracing(), t.get_traceback_limit()); t.start(9); print(t.get_traceback_limit())
print(t.get_object_traceback(old)); new = bytearray(10); print(len(t.get_object_traceback(new)) >= 1)
cur, peak = t.get_traced_memory(); print(cur > 0, peak >= cur)
t.clear_traces(); print(t.get_traced_memory()[0] < cur, t.get_object_traceback(new)); t.stop(); print(t.is_tracing(), t.get_traced_memory()); t.stop()
t.start(); print(t.get_traceback_limit()); t.stop(); print(t.get_tracemalloc_memory() >= 0)
