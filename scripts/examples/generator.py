# A million squares: as a list they are all in memory at once, as a generator one at a time.
import tracemalloc

COUNT = 1_000_000


def squares(count):
    for n in range(count):
        yield n * n


def measure(name, make):
    tracemalloc.start()
    total = sum(make())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print("%-10s sum %d, peak %d KB" % (name, total, peak // 1000))


measure("list", lambda: [n * n for n in range(COUNT)])
measure("generator", lambda: squares(COUNT))
