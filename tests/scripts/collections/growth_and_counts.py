# A deque that grows while it wraps around; Counter over classes that change get() or assignment.
from collections import Counter, deque

queue, model, state = deque(), [], 3
for step in range(6000):
    state = (state * 1103515245 + 12345) % 2147483648
    choice = state // 65536 % 10
    if choice < 3:
        queue.append(step), model.append(step)
    elif choice < 6:
        queue.appendleft(step), model.insert(0, step)
    elif choice == 6 and model:
        assert queue.popleft() == model.pop(0)
    elif choice == 7:
        queue.extend(range(choice + step % 40)), model.extend(range(choice + step % 40))
    elif choice == 8:
        queue.rotate(step % 7)
        for _ in range(step % 7 if model else 0):
            model.insert(0, model.pop())
    elif step % 50 == 0:
        queue.clear(), model.clear()
    assert len(queue) == len(model)
assert list(queue) == model
print(len(queue), sum(queue))


class Loud(Counter):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


class Odd(Counter):
    def get(self, key, default=None):
        return 10


class Deletes(Counter):
    def __delitem__(self, key):
        print("delete", key)


print(sorted(Loud("aba").items()), sorted(Odd("aab").items()), sorted(Deletes("xyx").items()))
print(Counter(["a", 1, (1, 2), "a", 1.0, True]), Counter({"a": 2**63 - 1}) + Counter("a"))
counts = Counter({"a": 1.5, "b": 2**63 - 1})
counts.update("ab")
print(counts)
