# Requests beyond 512 bytes count as allocated blocks as well.
import sys
def count(size, number):
    before = sys.getallocatedblocks()
    kept = [bytes(size) for _ in range(number)]
    made = sys.getallocatedblocks() - before
    kept.clear()
    return number <= made <= number + 10, abs(sys.getallocatedblocks() - before) <= 5
count(600, 100)
print(count(600, 100), count(5000, 100), count(600000, 20), count(100, 100))
