#!/usr/bin/python3.11
"""Time and resident memory of Adder's allocator against CPython's, mimalloc and glibc.

    memory_allocator.py [--rounds N] [--steps M] [--only TEXT]

allocator.c is compiled once for each allocator and run in turn, a process for each run. Adder's is
compiled in with link-time optimisation and inlined, because that is how its interpreter has it;
CPython's is that of Debian's static libpython3.11, the code of /usr/bin/python3.11 itself; mimalloc
and glibc are Debian's shared libraries. `loop` is what the loop costs without any allocator.
"""

import argparse
import glob
import os
import re
import shutil
import statistics
import subprocess
import sys

sys.dont_write_bytecode = True

import measure  # noqa: E402

# Name, what it does, steps in millions. The first of each shape has random sizes of 16 to 512.
PATTERNS = (
    ("random", "one of 100,000 blocks is replaced by one of 16 to 512 bytes", 50),
    ("lifo", "a stack that grows and shrinks by up to 64 such blocks at a time", 50),
    ("pairs", "each such block is freed before the next is made", 20),
    ("fifo", "the oldest of 100,000 such blocks is replaced", 20),
    ("waves", "100,000 such blocks are freed in order, then made anew", 4),
    ("random-same", "as random, all blocks have 48 bytes", 20),
    ("lifo-same", "as lifo", 20),
    ("pairs-same", "as pairs", 20),
    ("fifo-same", "as fifo", 20),
    ("waves-same", "as waves", 10),
    ("random-real", "as random, sizes as the programs in programs/ ask for them", 20),
    ("lifo-real", "as lifo", 20),
    ("pairs-real", "as pairs", 20),
    ("fifo-real", "as fifo", 20),
    ("waves-real", "as waves", 10),
)
ALLOCATORS = ("adder", "pymalloc", "mimalloc", "glibc", "loop")


def release_flags():
    """The release build's own flags, read from CMakeLists.txt."""
    with open(os.path.join(measure.ROOT, "CMakeLists.txt")) as file:
        text = file.read()
    compile_flags = re.search(r'CMAKE_C_FLAGS_RELEASE "([^"]*)"', text).group(1).split()
    link_flags = re.search(r'CMAKE_EXE_LINKER_FLAGS_RELEASE "([^"]*)"', text).group(1).split()
    return compile_flags + ["-std=gnu11", "-D_GNU_SOURCE", "-fno-strict-aliasing", "-fno-plt",
                            "-I" + measure.ROOT], link_flags


def build():
    """Compile a program for each allocator into build/bench/. Returns their paths, or None."""
    folder = os.path.join(measure.ROOT, "build", "bench")
    os.makedirs(folder, exist_ok=True)
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        sys.exit("no C compiler found: allocator.c has to be compiled")
    compile_flags, link_flags = release_flags()
    memory = sorted(glob.glob(os.path.join(measure.ROOT, "runtime", "memory", "*.c")))
    python = "/usr/lib/python3.11/config-3.11-x86_64-linux-gnu/libpython3.11.a"
    parts = {
        "adder": ["-flto", "-DWITH_ADDER", *memory,
                  os.path.join(measure.ROOT, "runtime", "base", "assert.c")],
        "pymalloc": ["-DWITH_PYMALLOC", "-I/usr/include/python3.11", python, "-l:libexpat.so.1",
                     "-l:libz.so.1", "-lm", "-ldl", "-lutil", "-rdynamic"],
        "mimalloc": ["-DWITH_MIMALLOC", "-lmimalloc"],
        "glibc": ["-DWITH_GLIBC"],
        "loop": ["-DWITH_NOTHING"],
    }
    paths = {}
    for name in ALLOCATORS:
        paths[name] = os.path.join(folder, "allocator_" + name)
        command = [compiler, *compile_flags, os.path.join(measure.BENCH, "allocator.c"),
                   *parts[name], *link_flags, "-o", paths[name]]
        answer = subprocess.run(command, capture_output=True, text=True)
        if answer.returncode:
            print("cannot build the benchmark with %s (scripts/setup.sh --bench installs what it"
                  " needs):\n%s" % (name, answer.stderr[-1500:]))
            return None
    return paths


def run_pattern(paths, pattern, steps, rounds):
    """Medians: {allocator: (ns a step, resident / live or None)}."""
    runs = {name: [] for name in ALLOCATORS}
    sums = set()
    for _ in range(rounds):
        for name in ALLOCATORS:
            answer = subprocess.run([paths[name], pattern, str(steps)], capture_output=True,
                                    text=True, env=measure.ENVIRONMENT)
            if answer.returncode:
                sys.exit("allocator_%s %s: exit status %d" % (name, pattern, answer.returncode))
            nanoseconds, live, resident, checksum = answer.stdout.split()
            runs[name].append((float(nanoseconds), int(live), int(resident)))
            if name != "loop":
                sums.add(checksum)
    if len(sums) != 1:
        sys.exit("%s: the allocators did different work" % pattern)
    return {name: (statistics.median(run[0] for run in results),
                   statistics.median(run[2] / run[1] for run in results) if results[0][1] else None)
            for name, results in runs.items()}


def print_row(pattern, row):
    text = "%-13s" % pattern + "".join("%9.2f" % row[name][0] for name in ALLOCATORS)
    text += "".join("%10.3f" % (row["adder"][0] / row[name][0]) for name in ALLOCATORS[1:4])
    if row["adder"][1]:
        text += "".join("%9.3f" % row[name][1] for name in ALLOCATORS[:4])
    print(text, flush=True)


def print_bar(what, value, limit):
    is_good = value <= limit
    print("  %-62s %.3f  bar %.2f  %s" % (what, value, limit, "ok" if is_good else "MISSED"))
    return is_good


def report(adder, rounds, steps=None, only=""):
    """Print the tables; whether all bars hold. `adder` is not used: the sources are compiled."""
    del adder
    print("Allocators: ns of CPU time for one allocation and one free, median of %d round(s)"
          % rounds)
    paths = build()
    if paths is None:
        return False
    print("%-13s" % "" + "".join("%9s" % name for name in ALLOCATORS) + "   adder / pymall.  mimall."
          "   glibc  | resident / live: adder pymalloc mimalloc glibc")
    rows = {}
    for pattern, _, millions in PATTERNS:
        if only in pattern:
            count = min(millions, steps) if steps else millions
            rows[pattern] = run_pattern(paths, pattern, count * 1000000, rounds)
            print_row(pattern, rows[pattern])
    is_good = True
    if "random" in rows:
        row = rows["random"]
        is_good &= print_bar("random, time: adder / mimalloc", row["adder"][0] / row["mimalloc"][0],
                             1)
        is_good &= print_bar("random, resident / live: adder / pymalloc",
                             row["adder"][1] / row["pymalloc"][1], 1)
    if "lifo" in rows:
        row = rows["lifo"]
        is_good &= print_bar("lifo, time: adder / pymalloc", row["adder"][0] / row["pymalloc"][0],
                             0.5)
    return is_good


def main():
    measure.require_python_3_11()
    parser = argparse.ArgumentParser(
        description="Adder's allocator against CPython's, mimalloc and glibc",
        epilog="patterns: " + "; ".join("%s: %s" % row[:2] for row in PATTERNS))
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="default: 5")
    parser.add_argument("--steps", type=int, metavar="M", help="at most M million steps a run")
    parser.add_argument("--only", default="", metavar="TEXT", help="patterns that contain TEXT")
    options = parser.parse_args()
    return 0 if report(None, options.rounds, options.steps, options.only) else 1


if __name__ == "__main__":
    sys.exit(main())
