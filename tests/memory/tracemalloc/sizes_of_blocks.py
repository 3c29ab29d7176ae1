# A trace is one block with the size that was asked for; several traces may come from one line.
import tracemalloc


def traces_here(snapshot, line):
    return sorted([trace.size for trace in snapshot.traces
                   if trace.traceback[-1].filename == __file__ and trace.traceback[-1].lineno == line])


def total(snapshot, line):
    return sum(traces_here(snapshot, line))


keep = [[] for _ in range(90)], [{} for _ in range(90)]  # no free lists
tracemalloc.start()
items = [None] * 100
buffer = bytearray(99_999)
grown = []
for i in range(500):
    grown.append(None)
table = {}
for i in range(500):
    table[i] = i
texts = [str(i) for i in range(10_000, 10_050)]
halves = [i / 7 for i in range(200)]
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()

sizes = traces_here(snapshot, 16)
print("a list of 100 is a head and", len(sizes) - 1, "buffer of", sizes[-1])
sizes = traces_here(snapshot, 17)
print("a bytearray likewise:", len(sizes), sizes[-1])
print("the grown list: head where it was made", len(traces_here(snapshot, 18)),
      "and one buffer where it grew", len(traces_here(snapshot, 20)),
      "of at least", total(snapshot, 20) >= 4000, "at most", total(snapshot, 20) <= 4600)
print("the dict: one table where it grew", len(traces_here(snapshot, 23)), total(snapshot, 23) > 8_000,
      "ints made by the loop", len(traces_here(snapshot, 22)))
print("strs", len(traces_here(snapshot, 24)) >= 52, "floats", len(traces_here(snapshot, 25)) >= 100)
per_line = {}
for statistic in snapshot.statistics("lineno"):
    if statistic.traceback[0].filename == __file__:
        per_line[statistic.traceback[0].lineno] = statistic
for line in (16, 17, 20, 24, 25):
    print(line, per_line[line].size == total(snapshot, line),
          per_line[line].count == len(traces_here(snapshot, line)))
