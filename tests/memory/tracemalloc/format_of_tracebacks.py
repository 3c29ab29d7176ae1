# Traceback as a sequence and as text.
import tracemalloc
from tracemalloc import Frame, Traceback

frames = (("c.py", 3), ("b.py", 2), ("a.py", 1))  # most recent first
traceback = Traceback(frames, 9)
print(traceback, repr(traceback), repr(Traceback(frames)), len(traceback), traceback.total_nframe)
print(list(traceback), traceback[0], traceback[-1], traceback[1:])
print(traceback[0].filename, traceback[0].lineno, repr(traceback[0]), Frame(("a.py", 1)) in traceback,
      Frame(("a.py", 2)) in traceback)
print(list(reversed(traceback)), traceback.index(Frame(("b.py", 2))), traceback.count(Frame(("b.py", 2))))
print(hash(traceback) == hash(Traceback(frames)), traceback == Traceback(frames), traceback != Traceback(frames[1:]))
other = Traceback((("c.py", 4), ("b.py", 2), ("a.py", 1)))
print(traceback < other, traceback <= other, traceback > other, traceback >= other, traceback == 5)
for operator in ("<", "<=", ">", ">="):
    for value in ("traceback", "traceback[0]"):
        try:
            eval("%s %s 5" % (value, operator))
        except TypeError as error:
            print(error)
try:
    traceback.index(5)
except Exception as error:
    print(type(error).__name__, error)
try:
    traceback[3]
except IndexError as error:
    print(error)
for limit in (None, 0, 1, 2, 3, 10, -1, -2, -10):
    for reverse in (False, True):
        print(limit, reverse, traceback.format(limit, reverse))


def make():
    return bytearray(1)  # with a comment


tracemalloc.start(5)
here = tracemalloc.get_object_traceback(
    make())
tracemalloc.stop()
for line in here.format() + here.format(1) + here.format(most_recent_first=True):
    print(line.replace(__file__, "FILE"))
print([line.strip() for line in Traceback(((__file__, 10 ** 6), ("<string>", 1), ("/nowhere", 1))).format()
       if "FILE" not in line.replace(__file__, "FILE")])
print(isinstance(traceback, tracemalloc.Sequence), tracemalloc.linecache.getline(__file__, 1), end="")
print([name for name in dir(Traceback) if not name.startswith("__")], Traceback.__slots__)
