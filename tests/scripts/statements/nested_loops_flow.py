out = []
for i in range(4):
    for j in range(4):
        if j == 2: continue
        if i == 2: break
        try:
            if i == j: continue
            out.append((i, j))
        finally:
            out.append('f')
    else:
        out.append('else')
print(out)
def search(grid, x):
    for r, row in enumerate(grid):
        for c, v in enumerate(row):
            if v == x: return r, c
print(search([[1, 2], [3, 4]], 3), search([], 1))
i = 0
while i < 3:
    i += 1
    while True:
        if i % 2: break
        i += 1
    else: print('never')
    print('i', i)
def gen():
    for i in range(3):
        while True:
            yield i
            break
print(list(gen()))
