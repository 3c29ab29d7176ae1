# differs: the limit is an option of our own
# options: --memory-limit 16M
# What gives memory back needs none, even where nothing at all is left.
class Record:
    def __init__(self, n): self.n = n
def make(size): return Record(size) if size < 10 else bytes(size)
def fill(size, into):
    caught = 0
    while caught < 40:
        try:
            while True: into.append(make(size))
        except MemoryError:
            caught += 1
middle, held, all_keys = [], [], list(range(1990))
table = {i: str(i) for i in range(2000)}
numbers = set(range(5000))
text = bytearray(b'x' * 20000)
room = [[i] for i in range(3000)]  # for iterators
stack = [[i] for i in range(3000)]
record = Record(1)
record.more = 2
def free():
    for i in all_keys: del table[i]
    for i in all_keys: numbers.remove(i)
    del middle[100:-5]
    del stack[10:]
    while len(stack) > 5: stack.pop()
    del text[5:]
    del middle[:50]
    record.more = None
    middle.clear()
    numbers.clear()
    held[5:] = []
    table.clear()
{1}.remove(1), [1].pop(), [1].clear(), {1}.clear(), {}.clear()  # the classes' methods are made
for i in range(2000): middle.append(Record(i))
fill(5000, held)
fill(400, held)
fill(5, held)
fill(16, held)
room = None
free()
print(stack, text, numbers, table, middle, len(held))
print(sum([1] * 1000000))
