import time
def timed(f):
    start = time.perf_counter(); r = f(); return r, time.perf_counter() - start >= 0
print(timed(lambda: sum(range(1000))), time.monotonic() <= time.monotonic(), time.perf_counter_ns() <= time.perf_counter_ns())
a = time.time_ns(); b = time.time(); print(abs(a / 1e9 - b) < 5, isinstance(time.process_time_ns(), int), time.process_time() <= time.process_time())
start = time.monotonic(); time.sleep(0.02); print(0.015 < time.monotonic() - start < 5)
