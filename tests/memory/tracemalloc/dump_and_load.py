import tracemalloc
from tracemalloc import Snapshot

with open("/proc/self/stat") as file:
    NAME = "/tmp/dump_and_load_%s" % file.read().split()[0]


def make(n):
    return [bytearray(i + 1) for i in range(n)]


tracemalloc.start(3)
data = make(20), make(30)
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
snapshot.note = "a note\nwith lines \\n and \u20ac"
snapshot.values = [None, True, False, 0, -1, 10 ** 40, 1.5, -0.0, float("inf"), 2j, b"\0\xff", "", (), (1, (2,)), [[]],
                   {"a": {1: "b"}, 2.5: ()}, {3}, frozenset([4])]
snapshot.dump(NAME)
loaded = Snapshot.load(NAME)
print(type(loaded), loaded.traces == snapshot.traces, loaded.traceback_limit, loaded.note == snapshot.note)
print(loaded.values, loaded.values == snapshot.values)
print([str(each).replace(__file__, "FILE") for each in loaded.compare_to(snapshot, "lineno") if each.size_diff])
print(loaded.statistics("traceback") == snapshot.statistics("traceback"))
print({trace.traceback.total_nframe for trace in loaded.traces} == {trace.traceback.total_nframe for trace in snapshot.traces})
made = Snapshot([(0, 10, (("a.py", 2), ("b\n.py", 4)), 3), (5, 0, (("<unknown>", 0),), None), (1, 2, (), 0)], 2)
made.dump(NAME)
print(list(Snapshot.load(NAME).traces), Snapshot.load(NAME).traces._traces == made.traces._traces)
Snapshot([], 1).dump(NAME)
print(len(Snapshot.load(NAME).traces))
filtered = loaded.filter_traces([tracemalloc.Filter(True, __file__, 9)])
filtered.dump(NAME)
print(len(Snapshot.load(NAME).traces) == len(filtered.traces) >= 100)
__import__("posix").unlink(NAME)
