import gc
gc.disable()
gc.collect(); print(gc.get_count()[1:])
a = gc.get_count()[0]
keep = [[] for _ in range(10)]
b = gc.get_count()[0]
print(b - a >= 10)
x = [float(i) for i in range(100)]
c = gc.get_count()[0]
print(c - b < 10)
gc.collect(0); print(gc.get_count()[1] == 1); gc.collect(0); print(gc.get_count()[1]); gc.collect(1); print(gc.get_count()[1:]); gc.collect(); print(gc.get_count()[1:])
