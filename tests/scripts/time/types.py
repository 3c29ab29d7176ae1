import time
t = time.time(); p = time.perf_counter(); m = time.monotonic(); c = time.process_time()
print(type(t).__name__, type(p).__name__, type(m).__name__, type(c).__name__, t > 1.6e9, c >= 0)
print(type(time.time_ns()).__name__, type(time.perf_counter_ns()).__name__, type(time.monotonic_ns()).__name__)
print(time.sleep(0), time.sleep(0.01), time.perf_counter() - p >= 0.01, time.monotonic() >= m, time.time() >= t - 1)
for args in ((), ('a',), (-1,), (1, 2), (None,)):
    try:
        time.sleep(*args)
    except Exception as e: print(type(e).__name__, e)
