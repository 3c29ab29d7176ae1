# A reference cycle: two objects that hold each other outlive their names until the collector comes.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("finalized:", self.name)


gc.disable()                        # no automatic collection: we want to see it happen
gc.collect()
left, right = Node("left"), Node("right")
left.other, right.other = right, left
watch = weakref.ref(left)

del left, right
print("names gone, still alive:", watch() is not None)
print("collected objects:", gc.collect())
print("alive now:", watch() is not None)
