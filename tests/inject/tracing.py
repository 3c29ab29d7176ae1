# options: -X tracemalloc=5
import tracemalloc
def make(n): return [[i] * 10 for i in range(n)]
a = make(10)
s = tracemalloc.take_snapshot()
b = make(20)
t = tracemalloc.take_snapshot()
diff = t.compare_to(s, 'lineno')
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), len(diff) > 0, len(s.traces) > 0)
print(tracemalloc.get_object_traceback(a)[-1].lineno, tracemalloc.get_traced_memory()[0] > 0)
top = t.statistics('traceback')
print(len(top) > 0, str(top[0].traceback[0]) != '', t.filter_traces([tracemalloc.Filter(True, '*tracing.py')]) is not t)
tracemalloc.clear_traces()
tracemalloc.reset_peak()
c = make(5)
tracemalloc.stop()
print(tracemalloc.is_tracing(), len(c))
