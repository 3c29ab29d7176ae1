# differs: the limit is an option of our own
# options: --memory-limit 16M
# Again and again at the limit, nothing is freed in between: each failure is caught and the program goes on.
ballast = bytes(1 << 20)
held = []
caught = 0
class Record:
    def __init__(self, n): self.n, self.text = n, str(n)
for i in range(300):
    try:
        while True: held.append(Record(len(held)))
    except MemoryError as e:
        caught += 1
ballast = None
print(caught, all(r.n == int(r.text) for r in held if hasattr(r, 'text')))
del held[len(held) // 2:]
more = [Record(i) for i in range(1000)]
print(sum(r.n for r in more))
