# How much room a list takes when it grows, shrinks and is made from something.
import sys
base = sys.getsizeof([])
def room(l): return (sys.getsizeof(l) - base) // 8
l = []; capacities = []
for i in range(2000):
    l.append(i)
    if not capacities or room(l) != capacities[-1]: capacities.append(room(l))
print(capacities)
for n in range(0, 20, 3):
    l = [0] * n; exact = room(l); l.append(0); print(n, exact, room(l))
l = list(range(100)); sizes = []
while l:
    l.pop()
    if not sizes or sizes[-1] != room(l): sizes.append(room(l))
print(sizes)
l = [1, 2, 3]; l.extend([4, 5]); print(room(l)); l.insert(0, 0); print(room(l)); l += range(7); print(room(l)); l[2:2] = range(20); print(room(l)); del l[3:]; print(room(l))
for make in (lambda n: list(range(n)), lambda n: [x for x in range(n)], lambda n: [*range(n)], lambda n: list(tuple(range(n))), lambda n: sorted(range(n)), lambda n: list({i: 0 for i in range(n)}),
             lambda n: list('a' * n), lambda n: [0] * n, lambda n: list(range(50))[:n], lambda n: [1] + [2] * n, lambda n: list(i for i in range(n)), lambda n: list(map(int, range(n)))):
    print([room(make(n)) for n in range(24)])
