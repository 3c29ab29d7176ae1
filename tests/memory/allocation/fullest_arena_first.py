# not in: asan malloc stress
# differs: only our arenas lie at multiples of their size, so that addresses tell them apart
# A new pool comes from the arena with the fewest free pools, so that others can empty. A pool that has
# become empty serves any size.
import sys
def of_size(size): return bytes(size - sys.getsizeof(b''))
blocks = [of_size(480) for _ in range(20000)]
arenas = {}
for place, block in enumerate(blocks): arenas.setdefault(id(block) >> 20, {}).setdefault(id(block) >> 14, []).append(place)
del block
whole = sorted((a for a in arenas if sum(map(len, arenas[a].values())) >= 34 * 62), key=lambda a: arenas[a][min(arenas[a])][0])
print(len(whole) >= 7)
def empty(arena, number):
    pools = sorted(arenas[arena], key=lambda p: arenas[arena][p][0])[2:2 + number]
    for pool in pools:
        for place in arenas[arena][pool]: blocks[place] = None
    return set(pools)
fill = [of_size(368) for _ in range(3000)]  # uses up what is free now
a, b = whole[1], whole[4]
free_a, free_b = empty(a, 50), empty(b, 6)
new = [of_size(368) for _ in range(44 * 40)]
in_b = [i for i, x in enumerate(new) if id(x) >> 14 in free_b]
in_a = [i for i, x in enumerate(new) if id(x) >> 14 in free_a]
print(len(in_b) >= 44 * 6 - 1, len(in_a) > 0, max(in_b) < min(in_a))
