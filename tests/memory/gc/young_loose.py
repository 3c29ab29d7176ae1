import gc
gc.disable()
gc.collect()
big = [tuple([[]] * 5000) for i in range(10)]
gc.collect(0)
del big
a = []
for i in range(5):
    a = []
    a.append(a)
del a
print(gc.collect(0))
print(gc.collect())
