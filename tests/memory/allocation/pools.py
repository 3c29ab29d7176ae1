# not in: asan malloc stress
# differs: a pool has no header of its own (the records of all pools lie at the head of the arena, in
# place of its first pool's first 4 KiB), so it holds 16384 // size objects from its start on
import sys
def whole_pools(blocks):
    pools = {}
    for block in blocks: pools.setdefault(id(block) // 16384, []).append(id(block) % 16384)
    return {number: places for number, places in pools.items() if number % 64}
for make in (object, lambda: bytes(512 - sys.getsizeof(b'')), lambda: bytes(480 - sys.getsizeof(b'')), lambda: 'x' * (256 - sys.getsizeof(''))):
    blocks = [make() for _ in range(6000)]
    size = (sys.getsizeof(blocks[0]) + 15) // 16 * 16
    pools = whole_pools(blocks)
    most = max(map(len, pools.values()))
    offsets = {place for pool in pools.values() for place in pool}
    print(size, most, most == 16384 // size, min(offsets), max(offsets) + size <= 16384, {place % size for place in offsets})
    del blocks
