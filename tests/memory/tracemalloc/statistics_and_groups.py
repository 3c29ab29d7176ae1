# Statistics of snapshots whose traces are given: groups, order, texts, comparisons.
from tracemalloc import Snapshot, Statistic, StatisticDiff, Traceback

A2, A5, B1, B4 = ("a.py", 2), ("a.py", 5), ("b.py", 1), ("b.py", 4)
old = Snapshot([(0, 10, (A2, B4), 3)] * 3 + [(1, 2, (A5, B4), 3), (2, 66, (B1,), 1), (3, 7, (("<unknown>", 0),), 1)], 2)
new = Snapshot([(0, 10, (A2, B4), 3)] * 3 + [(2, 2, (A5, B4), 3), (2, 5000, (A5, B4), 3), (4, 400, (("c.py", 578),), 1)], 2)
for snapshot in (old, new):
    for key in ("lineno", "filename", "traceback"):
        for cumulative in (False, True):
            try:
                result = snapshot.statistics(key, cumulative)
            except ValueError as error:
                print(error)
                continue
            print(key, cumulative)
            for statistic in result:
                print("   ", statistic, repr(statistic))
for key in ("lineno", "filename", "traceback"):
    for first, second in ((new, old), (old, new), (old, old)):
        for difference in first.compare_to(second, key):
            print("   ", difference, repr(difference))
for difference in new.compare_to(old, "filename", cumulative=True):
    print(difference, difference.size_diff, difference.count_diff, difference.traceback)
for key in ("size", None, ["lineno"], "LINENO"):
    try:
        old.statistics(key)
    except ValueError as error:
        print(error)
print(Snapshot([], 1).statistics("lineno"), Snapshot([], 1).compare_to(Snapshot([], 1), "lineno"))
recursive = Snapshot([(0, 100, (A2, A2, A5, A2), 4)], 4)
print([str(each) for each in recursive.statistics("lineno", True)], [str(each) for each in recursive.statistics("filename", True)])

traceback = Traceback((A2,))
one = Statistic(traceback, 10, 2)
print(one == Statistic(traceback, 10, 2), one == Statistic(traceback, 10, 3), one == 5, one != 5,
      hash(one) == hash(Statistic(traceback, 10, 2)), Statistic(traceback, 10, 0))
two = StatisticDiff(traceback, 10, -5, 2, -1)
print(two == StatisticDiff(traceback, 10, -5, 2, -1), two == one, hash(two) == hash(StatisticDiff(traceback, 10, -5, 2, -1)))
print(StatisticDiff(traceback, 0, -50_000, 0, -7), two)
for size in (0, 1, 1023, 1024, 10 * 1024 - 1, 10 * 1024, 100 * 1024 - 1, 100 * 1024, 1000 * 1024, 10 * 1024 ** 2 - 1,
             10 * 1024 ** 2, 10 ** 9, 1024 ** 4, 10 ** 15, 10 ** 20):
    print(size, Statistic(traceback, size, 1), StatisticDiff(traceback, size, -size, 3, 0))
