# differs: the limit is an option of our own
# options: --memory-limit 64M
held = []
try:
    while True: held.append(['x' * 100000, [0] * 1000])
except MemoryError:
    print('MemoryError')
held.clear()
print('goes on', len([0] * 1000000))
