import tracemalloc as t
size = 10
def make():
    return bytearray(size)
def outer():
    return make()
t.start(10)
c = outer()
tb = t.get_object_traceback(c)
print([f.lineno for f in tb], len(tb), tb.total_nframe, tb[-1].lineno)
print(all(f.filename.endswith('tracebacks.py') for f in tb), str(tb[-1]).endswith('tracebacks.py:4'))
print([line.strip().split('/')[-1] if 'File' not in line else 'line ' + line.split('line ')[-1] for line in tb.format()])
print(len(tb.format(1)), len(tb.format(-1)), 'line 4' in tb.format(1)[0], 'line 4' in tb.format(most_recent_first=True)[0])
t.stop(); t.start(1); d = outer(); print([f.lineno for f in t.get_object_traceback(d)]); t.stop()
print(t.get_object_traceback(d), t.get_object_traceback(5))
