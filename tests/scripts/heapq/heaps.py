# Heaps: every function against sorted(), errors, comparisons that fail or change the list.
import heapq
import _heapq

seed = 5


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n


for size in (0, 1, 2, 3, 10, 100, 3000):
    data = [rand(1000) for i in range(size)]
    heap = data[:]
    heapq.heapify(heap)
    print(size, heap[:10], [heapq.heappop(heap) for i in range(size)] == sorted(data))
    for x in data:
        heapq.heappush(heap, x)
    if heap:
        print(heap[:8], heapq.heapreplace(heap, 500), heapq.heappushpop(heap, -1), heapq.heappushpop(heap, 7), heap[:5])
    _heapq._heapify_max(data)
    if data:
        print(data[:8], _heapq._heapreplace_max(data, 3), _heapq._heappop_max(data), data[:5])
CASES = """heapq.heappush()
heapq.heappush(1, 1)
heapq.heappop([])
heapq.heappop(1)
heapq.heapify(1)
heapq.heapreplace([], 1)
heapq.heappushpop([], 1)
heapq.heappushpop((), 1)
_heapq._heappop_max([])
_heapq._heapreplace_max([], 1)
heapq.heapify([1, 'a'])
heapq.heappush([1], 'a')
heapq.heappop([1, 'a', 2, 3])
list(heapq.merge([1, 3, 5], [2, 4], [], [0, 9]))
list(heapq.merge([5, 3], [4, 2], reverse=True))
list(heapq.merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len))
list(heapq.merge([1], 5))
list(heapq.merge())
heapq.nsmallest(3, [5, 1, 4, 2, 3]), heapq.nlargest(3, [5, 1, 4, 2, 3])
heapq.nsmallest(1, []), heapq.nlargest(1, 'abc'), heapq.nsmallest(0, [1]), heapq.nsmallest(-1, [1, 2])
heapq.nsmallest(9, [2, 1]), heapq.nlargest(2, iter([(1, 'a'), (2, 'b'), (2, 'c')]), key=lambda p: p[0])
heapq.nsmallest(2, iter([(2, 'b'), (1, 'a'), (1, 'c')]), key=lambda p: p[0])
heapq.nsmallest(3, iter([3, 1, 2, 1.0, True]))
heapq.heappush.__doc__
heapq.__all__"""
for line in CASES.splitlines():
    try:
        print(line, '->', eval(line))
    except Exception as error:
        print(line, '->', type(error).__name__, error)


class Nasty:
    def __init__(self, heap, change):
        self.heap, self.change = heap, change

    def __lt__(self, other):
        self.change(self.heap)
        return True


for change in (list.clear, lambda h: h.append(1), lambda h: h.pop(), lambda h: 1 // 0, lambda h: None):
    for action in (heapq.heapify, heapq.heappop, lambda h: heapq.heappush(h, Nasty(h, change)),
                   lambda h: heapq.heapreplace(h, Nasty(h, change)), lambda h: heapq.heappushpop(h, Nasty(h, change)),
                   _heapq._heapify_max, _heapq._heappop_max):
        heap = []
        heap.extend(Nasty(heap, change) for i in range(7))
        try:
            action(heap)
            print('ok', len(heap))
        except Exception as error:
            print(type(error).__name__, error, len(heap))
