# A getter in a cycle is garbage that the collector finds.
import gc
import operator
import weakref


class A:
    pass


def make(factory):
    a = A()
    a.getter = factory(a)
    return weakref.ref(a)


gc.collect()
for factory in (lambda a: operator.itemgetter(a, 1), lambda a: operator.methodcaller('f', a),
                lambda a: operator.methodcaller('f', key=a)):
    ref = make(factory)
    print(ref() is None)
    gc.collect()
    print(ref() is None)
print(gc.is_tracked(operator.itemgetter(1)))
