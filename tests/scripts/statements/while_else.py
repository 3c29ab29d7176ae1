n = 3
while n:
    print(n)
    n -= 1
else:
    print('else runs')

while True:
    break
else:
    print('not reached')

k = 0
while k < 10:
    k += 1
    if k % 2:
        continue
    if k > 6:
        break
    print('even', k)
else:
    print('not reached')
print('k', k)

while k:
    k -= 1
    while True:
        if k % 3 == 0:
            break
        k -= 1
        continue
    print('inner left at', k)
