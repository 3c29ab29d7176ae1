import tracemalloc
from tracemalloc import Snapshot, Trace

raw = (0, 12345, (("a.py", 2), ("b.py", 4)), 7)
trace = Trace(raw)
print(trace, repr(trace), trace.domain, trace.size, trace.traceback, trace.traceback.total_nframe)
print(trace == Trace(raw), trace == Trace((1,) + raw[1:]), trace == 5, hash(trace) == hash(Trace(raw)))
snapshot = Snapshot([raw, (1, 5, (("c.py", 1),), 1)], 2)
traces = snapshot.traces
print(traces, len(traces), traces[0], traces[-1], traces[:1], trace in traces, list(traces))
print(traces == Snapshot([raw], 2).traces, traces == traces, traces == 5, traces.index(trace), traces.count(trace))
print([str(each) for each in reversed(traces)])
try:
    hash(traces)
except TypeError as error:
    print(error)
for call in ("Snapshot()", "Trace(())[0]", "Trace(()).domain", "tracemalloc.take_snapshot()", "traces[5]",
             "Snapshot.load('/nowhere/at/all')", "snapshot.dump('/nowhere/at/all')"):
    try:
        print(eval(call))
    except Exception as error:
        print(type(error).__name__, error)

tracemalloc.start()
data = [bytes(1000) for _ in range(20)]
first = tracemalloc.take_snapshot()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
print({trace.domain for trace in first.traces}, all([trace.size > 0 for trace in first.traces]))
shared = [trace[2] for trace in first.traces._traces if trace[2][0][1] == 29]
print(len(shared) >= 20, len({id(frames) for frames in shared}))  # equal traces share a tuple
print(type(first.traces._traces), type(first.traces._traces[0]), len(first.traces._traces[0]))
print(tracemalloc._get_traces(), tracemalloc._get_object_traceback(data))
