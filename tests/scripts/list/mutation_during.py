a = [1, 2, 3]
for x in a:
    if len(a) < 6: a.append(x * 10)
print(a)
a = [1, 2, 3, 4]
for x in a: a.remove(x)
print(a)
a = [1, 2, 3, 4, 5]
out = []
for x in a:
    out.append(x)
    if x == 2: a.clear()
print(out, a)
it = iter([1, 2]); print(list(it), list(it))
a = [1]; it = iter(a); next(it); print(next(it, 'end')); a.append(2); print(next(it, 'still end'))
a = [1, 2, 3]; it = reversed(a); print(next(it)); a.clear(); print(list(it))
class E:
    def __eq__(self, o):
        a.clear()
        return False
a = [E(), E(), E()]
print(a.count(1), len(a)); a = [E(), E()]; print(1 in a, a)
a = [E(), E()]
try:
    a.remove(1)
except ValueError as e:
    print(e)
a = [E(), E()]
try:
    a.index(1)
except ValueError as e:
    print(e)
a = [3, 2, 1]
try:
    a.sort(key=lambda x: a.append(x) or x)
except ValueError as e:
    print(e, a)
a = [1, 2]
print([a.pop() for _ in range(2)], a, [*a, *a])
