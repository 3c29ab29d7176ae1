#!/usr/bin/python3.11
"""Lets every allocation of a script fail, one run for each, and looks how Adder takes it.

    inject.py --adder build/asan/adder [--forever] [--step N] [SCRIPT ...]

A good run ends as without the failure, or shows a MemoryError somewhere and exits with 0 or 1. Bad:
a signal, a sanitizer's report, a block left at the end, other output without any MemoryError.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent / "tests"
DEFAULT = ["regress/kwargs_name_class.py", "scripts/exceptions/context_chain.py", "scripts/generators/yield_from.py",
           "scripts/with/generator_based.py", "scripts/classes/init_subclass.py"]
LEAK_STATUS = 99
SECONDS = 30
NEVER = 10 ** 15
REPORT = re.compile(rb"ERROR: \w+Sanitizer[^\n]*|[^\n]*runtime error:[^\n]*|[^\n]*[Aa]ssertion[^\n]*")


def run(adder, script, number, forever):
    """Exit status (None: timeout), stdout and stderr of one run."""
    env = dict(os.environ, ADDERHASHSEED="0", LC_ALL="C.UTF-8")
    env.setdefault("ASAN_OPTIONS", "detect_leaks=0:allocator_may_return_null=1")
    option = "failalloc=%d%s" % (number, ",forever" if forever else "")
    try:
        done = subprocess.run([adder, "--check-leaks", "-X", option, script.name], cwd=script.parent, env=env,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return None, b"", b""
    hide = lambda text: re.sub(rb" at 0x[0-9a-f]+", b" at 0x...", text)
    return done.returncode, hide(done.stdout), hide(done.stderr)


def judge(result, good):
    """None, or (kind, what) of a bad run."""
    status, out, err = result
    report = REPORT.search(err)
    if status is None:
        return "crash", "timeout"
    if report or status < 0 or status not in (0, 1, LEAK_STATUS, good[0]):
        return "crash", report.group().decode("utf-8", "replace") if report else "exit status %d" % status
    if status == LEAK_STATUS and good[0] != LEAK_STATUS:
        return "leak", err.splitlines()[-1].decode("utf-8", "replace") if err else "blocks left"
    if b"MemoryError" not in out + err and (status, out) != good[:2]:
        return "output", "other output without a MemoryError"
    return None


def check(adder, script, options, pool):
    """Prints what is bad; (points, counts by kind)."""
    good = run(adder, script, NEVER, False)
    total = re.search(rb"failalloc: only (\d+) allocations", good[2])
    if not total:
        print("%s: cannot count its allocations: %s" % (script, good[2][-300:].decode("utf-8", "replace")))
        return 0, {"crash": 1}
    numbers = range(1, int(total[1]) + 1, options.step)
    results = pool.map(lambda number: run(adder, script, number, options.forever), numbers)
    counts = {}
    for number, result in zip(numbers, results):
        bad = judge(result, good)
        if bad:
            counts[bad[0]] = counts.get(bad[0], 0) + 1
            print("%s: failalloc=%d: %s: %s" % (script, number, *bad), flush=True)
    print("%s: %d points, %s" % (script, len(numbers), counts or "all good"), flush=True)
    return len(numbers), counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--adder", required=True, metavar="PATH")
    parser.add_argument("--forever", action="store_true", help="all allocations from the N-th on fail")
    parser.add_argument("--step", type=int, default=1, metavar="N", help="only each N-th allocation")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("scripts", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    adder = os.path.abspath(options.adder)
    points, sums = 0, {"crash": 0, "leak": 0, "output": 0}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for script in options.scripts or [TESTS / name for name in DEFAULT]:
            count, counts = check(adder, script.resolve(), options, pool)
            points += count
            for kind, number in counts.items():
                sums[kind] += number
    print("%d points: %d crashes, %d leaks, %d with wrong output" % (points, sums["crash"], sums["leak"], sums["output"]))
    return 1 if any(sums.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
