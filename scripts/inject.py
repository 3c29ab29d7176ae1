#!/usr/bin/python3.11
"""Lets allocations of scripts fail, one run for each, and looks how Adder takes it.

    inject.py --adder build/asan/adder [--modes request,arena-forever] [--sample N] [SCRIPT ...]

Modes: `request` fails the N-th allocation, `arena` and `large` the N-th time that the system is asked
for an arena or a large block, `start` any allocation from the start of the interpreter on; with
`-forever` all later ones fail too. Without --sample each N is tried.

A good run ends as without the failure, or tells a MemoryError and exits with 0 or 1; what it printed
is then what the good run printed, cut off where the error was raised, or without what a finalizer or
callback that failed would have printed. A script may say `# points: arena large` to be run for these alone.
Bad are:
    crash   a signal, a sanitizer's report, an assertion, a strange exit status
    hang    longer than a run may take
    leak    a block left at the end (--check-leaks)
    output  anything else printed
    untold  a MemoryError that does not tell what could not be allocated
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import random
import re
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent / "tests"
MODES = [point + suffix for point in ("request", "start", "arena", "large") for suffix in ("", "-forever")]
KINDS = ("crash", "hang", "leak", "output", "untold")
LEAK_STATUS = 99
SECONDS = 20
NEVER = 10 ** 15
REPORT = re.compile(rb"ERROR: \w+Sanitizer[^\n]*|[^\n]*runtime error:[^\n]*|[^\n]*assertion failed[^\n]*"
                    rb"|memory: [^\n]*: block 0x[^\n]*")
Run = collections.namedtuple("Run", "status out err")


def header(script, word):
    """What the first lines say behind "# word:"."""
    with open(script, encoding="utf-8") as file:
        for line, _ in zip(file, range(3)):
            if line.startswith("# %s:" % word):
                return line.split()[2:]
    return []


def run(adder, script, mode, number):
    """One run; status None: it did not end."""
    env = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    env.update(ADDERHASHSEED="0", LC_ALL="C.UTF-8", ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=1",
               UBSAN_OPTIONS="print_stacktrace=1")
    point, _, forever = mode.partition("-")
    option = "failalloc=%d,%s%s" % (number, point, ",forever" if forever else "")
    command = [adder, "--check-leaks", "-X", option, *header(script, "options"), script.name]
    try:
        done = subprocess.run(command, cwd=script.parent, env=env, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return Run(None, b"", b"")
    # Under failure a traceback may have fewer entries.
    hide = lambda text: re.sub(rb" at 0x[0-9a-f]+", b" at 0x...",
                               re.sub(rb"\[Previous line repeated \d+ more times?\]", b"[...]", text))
    err = b"\n".join(line for line in done.stderr.split(b"\n") if not line.startswith(b"adder: failalloc: only"))
    return Run(done.returncode, hide(done.stdout), hide(err))


def count_events(adder, script, mode):
    """How often the mode's point is passed; 0: never."""
    point = mode.partition("-")[0]
    command = [adder, "-X", "failalloc=%d,%s" % (NEVER, point), *header(script, "options"), script.name]
    done = subprocess.run(command, cwd=script.parent, env={"ADDERHASHSEED": "0", "LC_ALL": "C.UTF-8"},
                          stdin=subprocess.DEVNULL, capture_output=True)
    total = re.search(rb"failalloc: only (\d+) allocations", done.stderr)
    if not total:
        raise SystemExit("%s: cannot count its allocations: %r" % (script, done.stderr[-300:]))
    return int(total[1])


def is_subsequence(part, whole):
    rest = iter(whole)
    return all(any(item == other for other in rest) for item in part)


def is_cut(part, whole):
    """Whether what was printed is a beginning of the good output, then at most some of its other lines: what a
    finalizer prints. One line may be cut, and another follow in it."""
    start = os.path.commonprefix([part, whole]).rfind(b"\n") + 1
    expected = whole[start:].split(b"\n")
    strange = list((collections.Counter(part[start:].split(b"\n")) - collections.Counter(expected)).elements())
    return not strange or len(strange) == 1 and any(
        any(line.startswith(strange[0][:cut]) for line in expected) and strange[0][cut:] in [b"", *expected]
        for cut in range(len(strange[0]) + 1))


def judge(result, good):
    """None, or (kind, what) of a bad run."""
    if result.status is None:
        return "hang", "no end within %d seconds" % SECONDS
    report = REPORT.search(result.err)
    if report:
        return "crash", report[0].decode("utf-8", "replace")
    if result.status == LEAK_STATUS:
        return "leak", result.err.splitlines()[-1].decode("utf-8", "replace")
    if result.status not in (0, 1, good.status):
        return "crash", "exit status %d: %s" % (result.status, result.err[-200:].decode("utf-8", "replace"))
    told = [line for line in result.err.split(b"\n") if line.startswith(b"MemoryError")]
    if b"cannot start: out of memory" in result.err:
        return None if not result.out and result.status == 1 else ("output", "printed before the start")
    if not told:
        if result == good:
            return None
        # A traceback may lack entries and suggestions for which there was no memory, but nothing else.
        lines = lambda run: [re.sub(rb"\. Did you mean: '[^']*'\?$", b"", line)
                             for line in run.err.split(b"\n") if line and not line.startswith(b"  ")]
        if result[:2] == good[:2] and lines(result) and is_subsequence(lines(result)[:-1], lines(good)) \
                and lines(good)[-1].startswith(lines(result)[-1]):
            return None
        return "output", "other output without a MemoryError"
    if result.out != good.out and not is_cut(result.out, good.out):
        return "output", "not what the good run printed so far"
    if not all(line.startswith(b"MemoryError: cannot allocate ") for line in told):
        return "untold", b" ".join(told).decode()
    return None


def all_points(adder, scripts, modes):
    for script in scripts:
        for mode in modes:
            if mode.startswith("start") and script != scripts[0]:
                continue  # the start is the same for all
            if mode.partition("-")[0] not in (header(script, "points") or mode):
                continue
            total = count_events(adder, script, mode)
            if mode.startswith("start"):
                total -= count_events(adder, script, "request")
            for number in range(1, total + 1):
                yield script, mode, number


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--adder", required=True, metavar="PATH")
    parser.add_argument("--modes", default=",".join(MODES), help="default: all")
    parser.add_argument("--sample", type=int, metavar="N", help="only N points, chosen at random")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--from", type=int, metavar="N", dest="only", help="only the point N of each script and mode")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("scripts", nargs="*", type=pathlib.Path, help="default: tests/inject")
    options = parser.parse_args()
    adder = os.path.abspath(options.adder)
    modes = options.modes.split(",")
    if not set(modes) <= set(MODES):
        parser.error("modes are " + ", ".join(MODES))
    scripts = [script.resolve() for script in options.scripts] or sorted((TESTS / "inject").glob("[!_]*.py"))
    points = list(all_points(adder, scripts, modes))
    if options.only:
        points = [point for point in points if point[2] == options.only]
    if options.sample and options.sample < len(points):
        points = sorted(random.Random(options.seed).sample(points, options.sample))
    good = {script: run(adder, script, "request", NEVER) for script in scripts}
    sums = {mode: collections.Counter() for mode in modes}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for (script, mode, number), result in zip(points, pool.map(lambda point: run(adder, *point), points)):
            bad = judge(result, good[script])
            sums[mode]["runs"] += 1
            if bad:
                sums[mode][bad[0]] += 1
                print("%s: failalloc=%d,%s: %s: %s" % (script.name, number, mode.replace("-", ","), *bad), flush=True)
    whole = sum(sums.values(), collections.Counter())
    print("%d scripts" % len(scripts))
    for mode, counts in [*sums.items(), ("all", whole)]:
        print("%-16s %6d runs" % (mode, counts["runs"]), *("%4d %s" % (counts[kind], kind) for kind in KINDS))
    return 1 if any(whole[kind] for kind in KINDS) else 0


if __name__ == "__main__":
    sys.exit(main())
