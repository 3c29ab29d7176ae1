import tracemalloc as t
t.start()
a = t.take_snapshot()
keep = [bytearray(10000) for _ in range(50)]
b = t.take_snapshot()
diff = b.compare_to(a, 'lineno')
d = diff[0]
print(d.traceback[0].lineno, d.size_diff >= 500000, d.count_diff >= 50, '(+' in str(d), d.size >= d.size_diff)
keep.clear()
c = t.take_snapshot()
d = c.compare_to(b, 'lineno')[0]
print(d.traceback[0].lineno, d.size_diff <= -500000, '(-' in str(d))
t.stop()
