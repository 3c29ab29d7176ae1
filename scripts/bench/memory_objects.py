"""Bytes per object, resident: a million of each kind, beside CPython's."""

import re
import subprocess

import measure

COUNT = 1000000
BAR = 0.5   # geometric mean of the ratios

# What is made (an expression of i), and what it needs before.
KINDS = [
    ("float", "i + 0.5", ""),
    ("int", "i + 1000000", ""),
    ("tuple of 2", "(keep, n)", ""),
    ("empty list", "[]", ""),
    ("list of 4", "[None, None, None, None]", ""),
    ("empty dict", "{}", ""),
    ("dict of 4", "{'a': None, 'b': None, 'c': None, 'd': None}", ""),
    ("instance of 2", "Two()", """class Two:
    def __init__(self): self.a = self.b = None"""),
    ("instance of 4", "Four()", """class Four:
    def __init__(self): self.a = self.b = self.c = self.d = None"""),
    ("slotted of 2", "Two()", """class Two:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = self.b = None"""),
    ("slotted of 4", "Four()", """class Four:
    __slots__ = ('a', 'b', 'c', 'd')
    def __init__(self): self.a = self.b = self.c = self.d = None"""),
    ("str of 8", "'%08d' % i", ""),
    ("closure", "outer(None)", """def outer(x):
    def inner(): return x
    return inner"""),
    ("generator", "steps()", "def steps(): yield None"),
    ("bound method", "bind()", """class One:
    def method(self): pass
one = One()
def bind(): return one.method"""),
    ("set", "set()", ""),
]

# It waits at the end, so that nothing of its end is measured.
PROGRAM = """import gc
gc.disable()
%s
def fill(keep, n):
    i = 0
    while i < n:
        keep[i] = %s
        i += 1
keep = [None] * %d
fill(keep, 100)
fill(keep, %d)
print('made', flush=True)
input()
"""


def resident_bytes(interpreter, kind, count):
    _, expression, before = kind
    text = PROGRAM % (before, expression, COUNT, count)
    with subprocess.Popen([interpreter, "-c", text], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, env=measure.ENVIRONMENT) as process:
        if process.stdout.readline() != b"made\n":
            process.kill()
            raise RuntimeError("%s failed with %s" % (interpreter, kind[0]))
        with open("/proc/%d/status" % process.pid) as status:
            kilobytes = int(re.search(r"VmRSS:\s+(\d+) kB", status.read())[1])
        process.kill()
    return kilobytes * 1024


def bytes_each(interpreter, kind):
    return (resident_bytes(interpreter, kind, COUNT) - resident_bytes(interpreter, kind, 100)) / COUNT


def report(adder, rounds):
    del rounds  # one is enough: the figures repeat to a tenth of a byte
    print("%-16s %9s %9s %7s" % ("bytes, resident", "CPython", "Adder", "ratio"))
    ratios = []
    for kind in KINDS:
        cpython = bytes_each(measure.CPYTHON, kind)
        ours = bytes_each(adder, kind)
        ratios.append(ours / cpython)
        print("%-16s %9.1f %9.1f %7.3f" % (kind[0], cpython, ours, ratios[-1]), flush=True)
    mean = measure.geometric_mean(ratios)
    print("%-16s %27.3f   bar %.2f%s" % ("geometric mean", mean, BAR,
                                         "" if mean <= BAR else "   *** missed"))
    return mean <= BAR
