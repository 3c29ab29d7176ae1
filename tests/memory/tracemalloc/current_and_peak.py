import tracemalloc as t
t.start()
a = t.get_traced_memory()[0]
big = bytearray(1000000)
b = t.get_traced_memory()[0]
print(b - a >= 1000000, b - a < 1010000)
del big
c, peak = t.get_traced_memory()
print(c - a < 10000, peak >= b)
t.reset_peak(); print(t.get_traced_memory()[1] < b)
l = [i for i in range(100000, 110000)]
print(t.get_traced_memory()[0] - c > 80000); del l
print(t.get_traced_memory()[0] - c < 20000); t.stop()
