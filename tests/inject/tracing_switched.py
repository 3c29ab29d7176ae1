import tracemalloc
old = ['x' * i for i in range(20)]
tracemalloc.start(3)
new = {i: str(i) * 100 for i in range(20)}
def f(n): return bytearray(1000) if n == 0 else f(n - 1)
deep = f(10)
old.clear()
print(len(tracemalloc.get_object_traceback(deep)), tracemalloc.get_traced_memory()[1] > 0)
tracemalloc.stop()
tracemalloc.start()
big = bytearray(100000)
big.extend(bytes(100000))
print(tracemalloc.get_object_traceback(big)[0].lineno, tracemalloc.get_tracemalloc_memory() > 0)
del big, new
tracemalloc.stop()
print('end', len(deep))
