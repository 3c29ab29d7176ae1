# A MemoryError whose traceback led back to it was never collected: instances of the reserve were not tracked.
import gc


class D:
    def __del__(self):
        print('del')


def fail():
    d = D()
    try:
        [0] * (1 << 60)
    except MemoryError as e:
        kept = e


fail()
gc.collect()
print('end')
