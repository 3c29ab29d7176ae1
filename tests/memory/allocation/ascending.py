# not in: stress
# Blocks of a fresh pool are handed out in ascending order.
for make in (object, lambda: bytes(300)):
    kept = [make() for _ in range(50000)]
    step = {}
    for a, b in zip(kept, kept[1:]): step[id(b) - id(a)] = step.get(id(b) - id(a), 0) + 1
    most = max(step, key=step.get)
    print(most > 0, most % 16, step[most] > 0.94 * len(kept))
    del kept, a, b
