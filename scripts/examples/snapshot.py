# Which lines hold memory? Two snapshots and their difference.
import tracemalloc


def build_index(words):
    return {word: [word.upper()] * 3 for word in words}


tracemalloc.start()
before = tracemalloc.take_snapshot()
words = ["word%d" % number for number in range(20_000)]
index = build_index(words)
after = tracemalloc.take_snapshot()

print("most memory by line:")
for statistic in after.statistics("lineno")[:3]:
    print("   ", statistic)
print("growth since the first snapshot:")
for difference in after.compare_to(before, "lineno")[:3]:
    print("   ", difference)
print("a key was made at line", tracemalloc.get_object_traceback(words[100])[-1].lineno)
