# not in: asan malloc stress
# The block that was freed last is used first, within its pool.
class S: __slots__ = 'a',
x = S(); place = id(x); del x
x = S(); print(id(x) == place)
blocks = [S() for _ in range(10)]
places = [id(b) for b in blocks]
while blocks: blocks.pop(0)
again = [S() for _ in range(10)]
print([id(b) for b in again] == places[::-1])
keep = [float('2.5') for _ in range(50)]; place = id(keep[7]); keep[7] = None; y = float('3.5'); print(id(y) == place)
