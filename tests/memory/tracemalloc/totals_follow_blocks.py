# Current rises by what is asked for and falls when it goes; the peak stays until it is reset.
import tracemalloc


def current():
    return tracemalloc.get_traced_memory()[0]


def peak():
    return tracemalloc.get_traced_memory()[1]


def change(make, *args):
    """By how much current grows while the result is alive, and what remains after it."""
    before = current()
    result = make(*args)
    during = current()
    del result
    return during - before, current() - before


tracemalloc.start()
current(), peak(), change(bytearray, 1)
for size in (1_000_000, 3_000_000, 600_000):
    during, after = change(bytearray, size)
    print(size, size < during < size + 500, abs(after) < 500)
high = peak()
print("peak", 3_000_000 < high < 3_100_000, peak() == high)
block = bytes(2_000_000)
print("below the peak nothing changes", peak() == high)
tracemalloc.reset_peak()
print("reset to current", 2_000_000 < peak() < 2_100_000, peak() >= current())
more = bytes(500_000)
print("rises again", 2_500_000 < peak() < 2_600_000)
del more
print(peak() > 2_500_000, 2_000_000 < current() < 2_100_000)
tracemalloc.clear_traces()
print("cleared", current() < 10_000, peak() < 10_000, tracemalloc.is_tracing())
del block  # not traced any more: takes nothing off
print("freed later", 0 <= current() < 10_000)
other = bytearray(100_000)
print("goes on", 100_000 < current() < 110_000, tracemalloc.get_object_traceback(other)[0].lineno)
half = other[:50_000]
other.clear()
print("cut", 50_000 < current() < 60_000)
tracemalloc.stop()
print("stopped", tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(half))
tracemalloc.reset_peak()
tracemalloc.clear_traces()
tracemalloc.start(3)
untraced = half
print("begun anew", current() < 10_000, tracemalloc.get_object_traceback(untraced), tracemalloc.get_traceback_limit())
del untraced, half
grown = bytearray()
for i in range(300):
    grown += b"x" * 1000
print("grown", 300_000 <= current() < 400_000)
del grown
print("gone", current() < 10_000)
tracemalloc.stop()
