# A trace keeps the most recent frames up to the limit; total_nframe counts them all.
import tracemalloc


def level(n):
    if n == 0:
        return bytearray(10)
    if n % 2:
        return level(n - 1)
    return level(n - 1)


def lines(traceback):
    return [frame.lineno for frame in traceback]


for limit in (1, 2, 5, 6, 7, 65535):
    tracemalloc.start(limit)
    for depth in (0, 4):
        made = level(depth)
        traceback = tracemalloc.get_object_traceback(made)
        snapshot = tracemalloc.take_snapshot()
        trace = [trace for trace in snapshot.traces if lines(trace.traceback)[-1] == 7][0]
        print(limit, tracemalloc.get_traceback_limit(), snapshot.traceback_limit, lines(traceback),
              traceback.total_nframe, trace.traceback.total_nframe, traceback == trace.traceback)
        made = snapshot = trace = None
    tracemalloc.stop()


def alternate(n, kept):
    """Stacks that part at many depths."""
    kept.append(bytearray(10))
    if n:
        alternate(n - 1, kept)
        kept.append(bytearray(20))
        alternate(n - 1,
                  kept)
        kept.append(bytearray(30))


tracemalloc.start(4)
kept = []
alternate(5, kept)
print(len(kept), [lines(tracemalloc.get_object_traceback(item)) for item in kept[::9]])
tracemalloc.stop()


def counted():
    yield bytearray(10)
    yield bytearray(20)


def pulled(source):
    return next(source)


tracemalloc.start(10)
source = counted()
print(lines(tracemalloc.get_object_traceback(pulled(source))),
      lines(tracemalloc.get_object_traceback(next(source))))
tracemalloc.stop()


def deep(n):
    return deep(n - 1) if n else bytearray(10)


tracemalloc.start(500)
traceback = tracemalloc.get_object_traceback(deep(800))
print(len(traceback), set(lines(traceback)), traceback.total_nframe)
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
for argument in (0, -1, 65536, 2 ** 30, 2 ** 40, "1", 1.5, None):
    try:
        tracemalloc.start(argument)
        print("started")
    except Exception as error:
        print(type(error).__name__, error)
try:
    tracemalloc.start(1, 2)
except TypeError as error:
    print(error)
tracemalloc.start(True)
print(tracemalloc.get_traceback_limit())
tracemalloc.start(8)
print(tracemalloc.get_traceback_limit())
tracemalloc.stop()
tracemalloc.stop()
print(tracemalloc.get_traceback_limit(), tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
