"""The cycle collector: ns per object, building with it on, a young collection, the longest pause.

Each figure is the least of the rounds, which alternate between CPython and Adder; times are CPU
time of the process.
"""

import subprocess

import measure

COUNT = 1000000
PAUSE_COUNTS = [1, 10, 30]  # million objects
PAUSE_GROWTH_BAR = 1.5      # ns per object at the largest, over ns per object at the smallest

# Graphs: build(n) makes n containers in cycles of ten, all held by one list (CPython's collector
# is quickest then: it meets each object after it knows that it is alive).
GRAPHS = {
    "instances": """
class Node: pass
def build(n):
    keep = [Node() for i in range(n)]
    for i in range(0, n, 10):
        for j in range(10):
            keep[i + j].next = keep[i + (j + 1) % 10]
    return keep
""",
    "lists": """
def build(n):
    keep = [[] for i in range(n)]
    for i in range(0, n, 10):
        for j in range(10):
            keep[i + j].append(keep[i + (j + 1) % 10])
    return keep
""",
    "dicts": """
def build(n):
    keep = [{} for i in range(n)]
    for i in range(0, n, 10):
        for j in range(10):
            keep[i + j]['n'] = keep[i + (j + 1) % 10]
    return keep
""",
    "random edges": """
class Node:
    def __init__(self):
        self.a = self.b = None
def build(n):
    keep = [Node() for i in range(n)]
    state = 12345
    for node in keep:
        state = (state * 1103515245 + 12345) % 2147483648
        node.a = keep[state % n]
        state = (state * 1103515245 + 12345) % 2147483648
        node.b = keep[state % n]
    return keep
""",
}

# live, dead: ns per object of one full collection of n objects.
COLLECT = """
import gc, time
gc.disable()
n = %d
keep = build(n)
gc.collect()
best = 1e9
for i in range(3):
    start = time.process_time()
    gc.collect()
    best = min(best, time.process_time() - start)
keep = None
start = time.process_time()
found = gc.collect()
dead = time.process_time() - start
print(best * 1e9 / n, dead * 1e9 / n)
"""

# ns per object of building, as a program does that never thinks of the collector.
BUILD = """
import time
n = %d
build(1000)
start = time.process_time()
keep = build(n)
print((time.process_time() - start) * 1e9 / n)
"""

# Nanoseconds of a young collection of 700 live objects: alone, and among 700 old pools which have a few
# free blocks each, so that the young objects lie in them.
YOUNG = """
import gc, time
gc.disable()
class Node:
    __slots__ = ('a', 'b')
    def __init__(self):
        self.a = self.b = None
def measure():
    best = 1e9
    for i in range(20):
        gc.collect()
        young = [Node() for i in range(700)]
        start = time.perf_counter()
        gc.collect(0)
        best = min(best, time.perf_counter() - start)
        young = None
    return best
alone = measure()
old = [Node() for i in range(250000)]
gc.collect()
for i in range(0, len(old), 35):
    old[i] = None
print(alone * 1e9, measure() * 1e9)
"""

PAUSE = """
import gc, time
gc.disable()
n = %d
keep = build(n)
longest = 0
for i in range(2):
    start = time.process_time()
    gc.collect()
    longest = max(longest, time.process_time() - start)
print(longest * 1e3)
"""


def run(interpreter, text):
    answer = subprocess.run([interpreter, "-c", text], capture_output=True, text=True,
                            env=measure.ENVIRONMENT)
    if answer.returncode != 0:
        raise RuntimeError("%s: %s" % (interpreter, (answer.stderr.splitlines() or ["died"])[-1]))
    return [float(figure) for figure in answer.stdout.split()]


def compare(adder, text, rounds):
    """For each figure that the program prints: (CPython's least, Adder's least)."""
    runs = {measure.CPYTHON: [], adder: []}
    for _ in range(rounds):
        for interpreter, figures in runs.items():
            figures.append(run(interpreter, text))
    return list(zip(*([min(column) for column in zip(*figures)] for figures in runs.values())))


def line(title, pair, bar=None):
    """Prints a line; whether its bar (of its own, if any) is kept."""
    ratio = pair[1] / pair[0]
    is_kept = bar is None or ratio <= bar
    print("%-36s %10.1f %10.1f %7.3f%s%s" % (
        title, pair[0], pair[1], ratio, "" if bar is None else "   bar %.2f" % bar,
        "" if is_kept else "   *** missed"), flush=True)
    return is_kept


def heading(title):
    print("%-36s %10s %10s %7s" % (title, "CPython", "Adder", "ratio"))


def report_collect(adder, rounds):
    heading("gc.collect(), ns per object")
    ratios = []
    is_kept = True
    for name, graph in GRAPHS.items():
        live, dead = compare(adder, graph + COLLECT % COUNT, rounds)
        if name == "random edges":
            is_kept &= line(name + ", live", live, 0.7)
            line(name + ", dead", dead)
            continue
        line(name + ", live", live)
        line(name + ", dead", dead)
        ratios += [live[1] / live[0], dead[1] / dead[0]]
    mean = measure.geometric_mean(ratios)
    print("%-36s %29.3f   bar 0.50%s" % ("geometric mean, cycles of ten", mean,
                                         "" if mean <= 0.5 else "   *** missed"))
    return is_kept and mean <= 0.5


def report_build(adder, rounds):
    heading("building, collector on, ns per object")
    is_kept = True
    for name, graph in GRAPHS.items():
        is_kept &= line(name, compare(adder, graph + BUILD % COUNT, rounds)[0], 0.4)
    return is_kept


def report_young(adder, rounds):
    heading("young collection of 700 live, ns")
    alone, among = compare(adder, YOUNG, rounds)
    return line("alone", alone, 0.5) & line("among 700 old pools", among, 0.5)


def report_pause(adder):
    heading("longest pause of a full one, ms")
    ours = []
    for millions in PAUSE_COUNTS:
        text = GRAPHS["instances"] + PAUSE % (millions * 1000000)
        pair = compare(adder, text, 1)[0]
        ours.append(pair[1] / millions)
        line("%d million instances" % millions, pair)
    growth = ours[-1] / ours[0]
    is_kept = growth <= PAUSE_GROWTH_BAR
    print("%-36s %29.3f   bar %.2f%s" % (
        "growth of ms per million, Adder", growth, PAUSE_GROWTH_BAR,
        "" if is_kept else "   *** missed"))
    return is_kept


def report(adder, rounds):
    is_kept = report_collect(adder, rounds)
    is_kept &= report_build(adder, rounds)
    is_kept &= report_young(adder, rounds)
    is_kept &= report_pause(adder)
    return is_kept
