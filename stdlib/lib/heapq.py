"""Heap queue algorithm (a.k.a. priority queue).

Heaps are arrays for which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for
all k, counting elements from 0.  For the sake of comparison,
non-existing elements are considered to be infinite.  The interesting
property of a heap is that a[0] is always its smallest element.

Usage:

heap = []            # creates an empty heap
heappush(heap, item) # pushes a new item on the heap
item = heappop(heap) # pops the smallest item from the heap
item = heap[0]       # smallest item on the heap without popping it
heapify(x)           # transforms list into a heap, in-place, in linear time
item = heappushpop(heap, item) # pushes a new item and then returns
                               # the smallest item; the heap size is unchanged
item = heapreplace(heap, item) # pops and returns smallest item, and adds
                               # new item; the heap size is unchanged

Our API differs from textbook heap algorithms as follows:

- We use 0-based indexing.  This makes the relationship between the
  index for a node and the indexes for its children slightly less
  obvious, but is more suitable since Python uses 0-based indexing.

- Our heappop() method returns the smallest item, not the largest.

These two make it possible to view the heap as a regular Python list
without surprises: heap[0] is the smallest item, and heap.sort()
maintains the heap invariant!
"""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']

from _heapq import *
from _heapq import _heapify_max, _heappop_max, _heapreplace_max


def merge(*iterables, key=None, reverse=False):
    '''Merge multiple sorted inputs into a single sorted output.

    Similar to sorted(itertools.chain(*iterables)) but returns a generator,
    does not pull the data into memory all at once, and assumes that each of
    the input streams is already sorted (smallest to largest).

    >>> list(merge([1,3,5,7], [0,2,4,8], [5,10,15,20], [], [25]))
    [0, 1, 2, 3, 4, 5, 5, 7, 8, 10, 15, 20, 25]

    If *key* is not None, applies a key function to each element to determine
    its sort order.

    >>> list(merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len))
    ['dog', 'cat', 'fish', 'horse', 'kangaroo']

    '''
    # The heap holds one entry for each input: [key, number of the input, its next, the item]. The
    # number decides among equal keys, so that items are never compared where there is a key.
    if reverse:
        make_heap, drop_first, replace_first, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        make_heap, drop_first, replace_first, direction = heapify, heappop, heapreplace, 1
    heap = []
    for number, iterable in enumerate(iterables):
        try:
            step = iter(iterable).__next__
            item = step()
            heap.append([item if key is None else key(item), number * direction, step, item])
        except StopIteration:
            pass
    make_heap(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                yield entry[3]
                item = entry[3] = entry[2]()
                entry[0] = item if key is None else key(item)
                replace_first(heap, entry)
        except StopIteration:
            drop_first(heap)
    if heap:
        _, _, step, item = heap[0]
        yield item
        yield from step.__self__


def _best(iterable, key, function):
    """min() or max() as a list of at most one."""
    nothing = object()
    result = function(iterable, default=nothing, key=key)
    return [] if result is nothing else [result]


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset.

    Equivalent to:  sorted(iterable, key=key)[:n]
    """
    if n == 1:
        return _best(iter(iterable), key, min)
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    # The n smallest so far are a heap with the largest first; `order` keeps equal ones as they came.
    it = iter(iterable)
    result = [(item if key is None else key(item), order, item) for order, item in zip(range(n), it)]
    if not result:
        return result
    _heapify_max(result)
    top = result[0][0]
    order = n
    for item in it:
        k = item if key is None else key(item)
        if k < top:
            _heapreplace_max(result, (k, order, item))
            top = result[0][0]
            order += 1
    result.sort()
    return [item for _, _, item in result]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset.

    Equivalent to:  sorted(iterable, key=key, reverse=True)[:n]
    """
    if n == 1:
        return _best(iter(iterable), key, max)
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    it = iter(iterable)
    result = [(item if key is None else key(item), order, item) for order, item in zip(range(0, -n, -1), it)]
    if not result:
        return result
    heapify(result)
    top = result[0][0]
    order = -n
    for item in it:
        k = item if key is None else key(item)
        if top < k:
            heapreplace(result, (k, order, item))
            top = result[0][0]
            order -= 1
    result.sort(reverse=True)
    return [item for _, _, item in result]
