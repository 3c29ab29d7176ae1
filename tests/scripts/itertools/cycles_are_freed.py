# Iterators in cycles are garbage that the collector finds.
import gc
import weakref
from itertools import *


class Node:
    def __call__(self, *args):
        return args

    def __iter__(self):
        return iter([self])


MAKERS = {
    'accumulate': lambda n: accumulate([n], n), 'chain': lambda n: chain([n]), 'combinations': lambda n: combinations([n], 1),
    'cwr': lambda n: combinations_with_replacement([n], 1), 'permutations': lambda n: permutations([n]),
    'product': lambda n: product([n]), 'compress': lambda n: compress([n], [n]), 'count': lambda n: cycle([n]),
    'dropwhile': lambda n: dropwhile(n, []), 'takewhile': lambda n: takewhile(n, [n]),
    'filterfalse': lambda n: filterfalse(n, []), 'starmap': lambda n: starmap(n, [[n]]),
    'islice': lambda n: islice([n], 1), 'pairwise': lambda n: pairwise([n, n]), 'repeat': lambda n: repeat(n),
    'zip_longest': lambda n: zip_longest([n, n], [], fillvalue=n), 'groupby': lambda n: groupby([n, n]),
    'group': lambda n: next(groupby([n]))[1], 'tee': lambda n: tee([n])[0]}
for name, make in MAKERS.items():
    for steps in (0, 1):
        node = Node()
        node.iterator = make(node)
        if steps:
            node.result = next(node.iterator, None)
        ref = weakref.ref(node)
        assert gc.is_tracked(node.iterator)
        del node
        alive = ref() is not None
        gc.collect()
        print(name, alive, ref() is None)
r = weakref.ref(tee([])[0])
a = tee([1])[0]
r = weakref.ref(a)
print(r() is a)
del a
print(r())
nested = iter([])
for i in range(50000):
    nested = chain(nested, [])
del nested
a, b = tee(range(300000))
for i in a:
    pass
del a, b
print('deep')
